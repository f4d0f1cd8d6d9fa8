// npm run bench:simulated -- FILE [--json OUT] [--markdown]: errors of times under arrivals on simulated servers, as
// `npm run bench:open` counts them. The file is as test/accuracy/arrivals/simulated.ts says. Each job is asked of a
// plan whose observations are closed loops of requests of one length on the same server.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { arrivalsAsMarkdown, printArrivals } from './bench/arrivalErrors.mjs';
import { importTypeScript } from './lib/importTypeScript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, markdown: { type: 'boolean' } },
});
if (positionals.length === 0) {
  console.error('Usage: npm run bench:simulated -- FILE [--json OUT] [--markdown]');
  process.exit(1);
}

const { askPlan, readSimulated, summarizeArrivals } = await importTypeScript(
  'test/accuracy/arrivals/benchArrivals.ts',
);

const cases = positionals.flatMap((file) => readSimulated(JSON.parse(readFileSync(file, 'utf8'))));
const answers = cases.flatMap(askPlan);
const summaries = summarizeArrivals(answers);
if (values.json) writeFileSync(values.json, `${JSON.stringify(summaries, undefined, 2)}\n`);

if (values.markdown) {
  console.log(arrivalsAsMarkdown('simulated', summaries));
  process.exit();
}
for (const family of new Set(cases.map((one) => one.family))) {
  const of = answers.filter(({ question }) => question.family === family);
  printArrivals(family, summarizeArrivals(of));
}
printArrivals(`All ${cases.length} jobs`, summaries);
