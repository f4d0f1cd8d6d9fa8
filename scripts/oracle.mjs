// Our queueing formulas against cases of other people's software: npm run oracle -- FILE...
// A file has one JSON object a line, as in test/data/oracle/README.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const DEFAULT_FILE = join(root, 'test', 'data', 'oracle', 'queueing.jsonl');

const { compareWithOracle, isRefuted, LARGEST_ERROR, readOracle } = await importTypeScript(
  'test/support/queueingOracle.ts',
);

const files = process.argv.length > 2 ? process.argv.slice(2) : [DEFAULT_FILE];
const cases = files.flatMap((file) => readOracle(readFileSync(file, 'utf8')));

/** "model quantity" to the number of cases and the largest relative error among them. */
const largest = new Map();
for (const { model, quantity, error } of cases.flatMap(compareWithOracle)) {
  const key = `${model.padEnd(10)}${quantity.padEnd(20)}`;
  const { count, error: before } = largest.get(key) ?? { count: 0, error: 0 };
  largest.set(key, { count: count + 1, error: Math.max(before, error) });
}

console.log('model     quantity              cases  largest relative error');
for (const [key, { count, error }] of largest) {
  const verdict = error <= LARGEST_ERROR ? '' : '  TOO LARGE';
  console.log(`${key}${String(count).padStart(7)}  ${error.toExponential(1)}${verdict}`);
}
for (const oracleCase of cases.filter(isRefuted)) {
  console.log(`Exact rational arithmetic gives ours, not this: ${JSON.stringify(oracleCase)}`);
}
const failed = [...largest.values()].some(({ error }) => !(error <= LARGEST_ERROR));
console.log(`${cases.length} cases, ${failed ? 'some beyond' : 'all within'} ${LARGEST_ERROR}`);
process.exitCode = failed || cases.length === 0 ? 1 : 0;
