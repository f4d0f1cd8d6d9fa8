// Compares the queueing formulas with a simulation, and writes the table in docs/engine.md. npm run approximations
// [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const REQUESTS = 400_000;
const [BEGIN, END] = ['<!-- approximations:begin -->', '<!-- approximations:end -->'];
const page = join(root, 'docs', 'engine.md');

const { FLEET_CASES, judgeFleet } = await importTypeScript('test/support/fleetCases.ts');

const header = [
  '| workload | servers × slots | routing | cv of work | mean: simulated | ours | error | p95: simulated | ours | error | rejected: simulated, ours | balance alone |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
];
const rows = FLEET_CASES.map((fleetCase) => {
  const { simulated, ours, p95 } = judgeFleet(fleetCase, REQUESTS);
  const simulated95 = simulated.percentile(0.95);
  return row([
    describe(fleetCase),
    `${fleetCase.servers} × ${fleetCase.slots}`,
    fleetCase.servers > 1 ? fleetCase.routing : '',
    fleetCase.serviceCv,
    `${seconds(simulated.mean)} ± ${seconds(simulated.meanError)}`,
    seconds(ours.latency),
    error(ours.latency, simulated.mean),
    seconds(simulated95),
    seconds(p95),
    error(p95, simulated95),
    fleetCase.maxQueue === undefined
      ? ''
      : `${percent(simulated.rejectedShare)}, ${percent(ours.rejectProbability)}`,
    fleetCase.maxQueue === undefined ? error(ours.balance, simulated.mean) : '',
  ]);
});

const text = readFileSync(page, 'utf8');
const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (start < 0 || end < start) throw new Error(`${page} has no ${BEGIN} … ${END}`);
const table = [...header, ...rows].join('\n');
const written = `${text.slice(0, start + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
console.log(table);
if (process.argv.includes('--check')) {
  process.exitCode = written === text ? 0 : 1;
} else {
  writeFileSync(page, written);
}

function describe({ workload, arrivalCv, maxQueue }) {
  const paced =
    arrivalCv === 0 ? ', evenly paced' : arrivalCv > 1 ? `, gaps of cv ${arrivalCv}` : '';
  const room = maxQueue === undefined ? '' : `, queue of ${maxQueue}`;
  return 'users' in workload
    ? `${workload.users} users, ${workload.thinkTime} s${paced}${room}`
    : `arrivals at ${Math.round(100 * workload.load)} %${paced}${room}`;
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

function seconds(value) {
  return value.toFixed(value < 10 ? 2 : 1);
}

function error(ours, simulated) {
  const off = percent(ours / simulated - 1);
  return `${off.startsWith('−') ? '' : '+'}${off}`;
}

function percent(share) {
  return `${(100 * share).toFixed(1).replace('-', '−')} %`;
}
