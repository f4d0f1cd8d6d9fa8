// Tests random and mutated plans for as long as you like: npm run fuzz -- --minutes 5 --seed 1
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const { checkPipeline, mutatePlan, RICH_PLANS, seededRandom } = await importTypeScript(
  'test/support/fuzzPipeline.ts',
);

const examples = join(root, 'examples');
const seeds = readdirSync(examples)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(examples, name), 'utf8'))
  .concat(RICH_PLANS);
const random = seededRandom(Number(values.seed));
const end = Date.now() + Number(values.minutes) * 60_000;

let texts = 0;
let slowest = 0;
while (Date.now() < end) {
  const text = mutatePlan(random, seeds);
  const start = performance.now();
  try {
    checkPipeline(text);
  } catch (error) {
    console.error(`seed ${values.seed}, text ${texts}:\n${JSON.stringify(text)}`);
    console.error(error);
    process.exit(1);
  }
  slowest = Math.max(slowest, performance.now() - start);
  texts += 1;
}
console.log(`seed ${values.seed}: ${texts} texts, none failed; slowest ${slowest.toFixed(1)} ms`);
