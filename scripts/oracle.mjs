// Compares our queueing formulas with cases of other people's software: npm run oracle -- FILE... A file has one JSON
// object a line, as in test/data/oracle/README.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const DEFAULT_FILE = join(root, 'test', 'data', 'oracle', 'queueing.jsonl');

const { compareWithOracle, LARGEST_ERROR, readOracle } = await importTypeScript(
  'test/support/queueingOracle.ts',
);
const { brokenBounds } = await importTypeScript('test/support/exactBounds.ts');

const files = process.argv.length > 2 ? process.argv.slice(2) : [DEFAULT_FILE];
const cases = files.flatMap((file) => readOracle(readFileSync(file, 'utf8')));
const impossible = cases
  .map((oracleCase) => ({ oracleCase, broken: brokenBounds(oracleCase, LARGEST_ERROR) }))
  .filter(({ broken }) => broken.length > 0);
const refuted = new Set(impossible.map(({ oracleCase }) => oracleCase));
const possible = cases.filter((oracleCase) => !refuted.has(oracleCase));

/** Maps "model quantity" to the number of cases and the largest relative error among them. */
const largest = new Map();
for (const { model, quantity, error } of possible.flatMap(compareWithOracle)) {
  const key = `${model.padEnd(10)}${quantity.padEnd(20)}`;
  const { count, error: before } = largest.get(key) ?? { count: 0, error: 0 };
  largest.set(key, { count: count + 1, error: Math.max(before, error) });
}

console.log('model     quantity              cases  largest relative error');
for (const [key, { count, error }] of largest) {
  const verdict = error <= LARGEST_ERROR ? '' : '  TOO LARGE';
  console.log(`${key}${String(count).padStart(7)}  ${error.toExponential(1)}${verdict}`);
}
for (const { oracleCase, broken } of impossible) {
  console.log(`States the impossible, and does not count: ${JSON.stringify(oracleCase)}`);
  for (const { quantity, stated, relation, bound, gap } of broken) {
    console.log(`  ${quantity} ${stated} is ${relation} ${bound}: ${(100 * gap).toFixed(1)} % off`);
  }
}
const failed = [...largest.values()].some(({ error }) => !(error <= LARGEST_ERROR));
console.log(
  `${possible.length} cases, ${failed ? 'some beyond' : 'all within'} ${LARGEST_ERROR}` +
    (impossible.length > 0 ? `; ${impossible.length} state the impossible` : ''),
);
process.exitCode = failed || possible.length === 0 ? 1 : 0;
