// The unit tests that can be longer, then random and mutated plans for as long as you like:
// npm run fuzz -- --minutes 5 --seed 1. With --expensive it searches for the plans that take longest instead.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { climb } from './fuzz/expensive.mjs';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    expensive: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

if (values.expensive) {
  const { minutes, seed, keep } = values;
  await climb({ minutes: Number(minutes), seed: Number(seed), keep });
  process.exit(0);
}

runLongTests();

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

/** Runs the tests that have properties, and those that ask `test/support/long.ts` how long they may be. */
function runLongTests() {
  const folder = join(root, 'test', 'unit');
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .filter((file) => /support\/long'|from 'fast-check'/.test(readFileSync(file, 'utf8')));
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
    cwd: root,
    env: { ...process.env, LONG: '1', FUZZ_SEED: values.seed },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}
