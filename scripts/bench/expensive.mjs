// The most expensive legal plans below 100 lines that `npm run fuzz -- --expensive` found, beside the first example.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from '../lib/importTypeScript.mjs';

const MOST_TIMES = 100;
const ROUNDS = 15;
const FIRST = join(root, 'examples', 'ollama-1000-users.capacity.yaml');
const FOLDER = join(root, 'test', 'data', 'expensive');

export async function benchExpensive() {
  const { costOf, costOfView } = await importTypeScript('test/support/expensiveCost.ts');
  const first = readFileSync(FIRST, 'utf8');
  costOf(first);
  console.log(
    `\nThe most expensive plans: findings to stay below ${MOST_TIMES} times the first example's, in turn with it`,
  );
  for (const name of readdirSync(FOLDER)) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const [base, own] = mediansOf([first, text], (each) => costOfView(each, 'findings'));
    const { hover, charts, report } = costOf(text);
    const times = `${own.toFixed(0)} ms, ${(own / base).toFixed(0)} times`;
    const rest = [hover, charts, report].map((ms) => ms.toFixed(0)).join(' / ');
    console.log(`  ${name.padEnd(40)} ${times.padStart(22)}; hover / charts / report ${rest} ms`);
  }
}

/** Measures texts in turn, so that all meet the same machine and equally warm code. */
function mediansOf(texts, measure) {
  const rounds = Array.from({ length: ROUNDS }, () => texts.map(measure));
  return texts.map((_, index) => {
    const times = rounds.map((round) => round[index]).sort((a, b) => a - b);
    return times[Math.floor(ROUNDS / 2)];
  });
}
