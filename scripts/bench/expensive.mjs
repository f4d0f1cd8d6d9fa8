// The most expensive legal plans below 100 lines that `npm run fuzz -- --expensive` found, beside the first example.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from '../lib/importTypeScript.mjs';

const MOST_TIMES = 100;
const ROUNDS = 5;
const FIRST = join(root, 'examples', 'ollama-1000-users.capacity.yaml');
const FOLDER = join(root, 'test', 'data', 'expensive');

export async function benchExpensive() {
  const { costOf, costOfView } = await importTypeScript('test/support/expensiveCost.ts');
  const findings = (text) => {
    const times = Array.from({ length: ROUNDS }, () => costOfView(text, 'findings'));
    return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  };
  const first = readFileSync(FIRST, 'utf8');
  for (let round = 0; round < 20; round += 1) costOf(first);
  const base = findings(first);
  console.log(
    `\nThe most expensive plans: findings to stay below ${MOST_TIMES} times the first example's (${base.toFixed(1)} ms)`,
  );
  for (const name of readdirSync(FOLDER)) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const own = findings(text);
    const { hover, charts, report } = costOf(text);
    const times = `${own.toFixed(0)} ms, ${(own / base).toFixed(0)} times`;
    const rest = [hover, charts, report].map((ms) => ms.toFixed(0)).join(' / ');
    console.log(`  ${name.padEnd(40)} ${times.padStart(22)}; hover / charts / report ${rest} ms`);
  }
}
