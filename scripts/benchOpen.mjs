// npm run bench:open -- FILE... [--json OUT] [--markdown]: errors of times under arrivals, predicted for servers that were measured
// in a closed loop. Files are as test/accuracy/arrivals/openLoop.ts says. Each stage that the server kept up with is
// asked of a plan whose observations are the closed loop. A limit at 0.8 of the truth that is said to be met is a false
// pass, one at 1.25 of it that is said to be missed a false miss.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { arrivalsAsMarkdown, printArrivals } from './bench/arrivalErrors.mjs';
import { importTypeScript } from './lib/importTypeScript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, markdown: { type: 'boolean' } },
});
if (positionals.length === 0) {
  console.error('Usage: npm run bench:open -- FILE... [--json OUT] [--markdown]');
  process.exit(1);
}

const { askPlan, readOpenLoop, summarizeArrivals } = await importTypeScript(
  'test/accuracy/arrivals/benchArrivals.ts',
);

const files = positionals.map((file) => readOpenLoop(JSON.parse(readFileSync(file, 'utf8'))));
const cases = files.flatMap((file) => file.cases);
const stages = files.reduce((sum, file) => sum + file.stages, 0);
const summaries = summarizeArrivals(cases.flatMap(askPlan));
if (values.json) writeFileSync(values.json, `${JSON.stringify(summaries, undefined, 2)}\n`);

console.log(`${stages} stages, ${cases.length} that the server kept up with`);
if (values.markdown) console.log(arrivalsAsMarkdown('measured', summaries));
else printArrivals('All', summaries);
