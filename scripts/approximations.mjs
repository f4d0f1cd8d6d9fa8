// Compares the queueing formulas with a simulation, and prints each fleet. Errors by routing are the table in
// docs/engine.md, which it writes. npm run approximations [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';
import { markdownTable } from './lib/markdownTable.mjs';

const REQUESTS = 400_000;
const [BEGIN, END] = ['<!-- approximations:begin -->', '<!-- approximations:end -->'];
const page = join(root, 'docs', 'engine.md');

const { FLEET_CASES, judgeFleet } = await importTypeScript('test/support/fleetCases.ts');

const judged = FLEET_CASES.map((fleetCase) => ({ fleetCase, ...judgeFleet(fleetCase, REQUESTS) }));
const EACH = [
  'workload',
  'servers × slots',
  'routing',
  'cv of work',
  'mean: simulated',
  'ours',
  'error',
  'p95: simulated',
  'ours',
  'error',
  'rejected: simulated, ours',
  'balance alone',
];
console.log(markdownTable(EACH, judged.map(cellsOf)));

const text = readFileSync(page, 'utf8');
const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (start < 0 || end < start) throw new Error(`${page} has no ${BEGIN} … ${END}`);
const table = markdownTable(
  ['routing', 'fleets', 'mean', 'p95', 'average load alone'],
  [...new Set(judged.map(groupOf))].map((group) => errorsOf(group)),
);
const written = `${text.slice(0, start + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
console.log(`\n${table}`);
if (process.argv.includes('--check')) {
  process.exitCode = written === text ? 0 : 1;
} else {
  writeFileSync(page, written);
}

function cellsOf({ fleetCase, simulated, ours, p95 }) {
  const isLimited = fleetCase.maxQueue !== undefined;
  const simulated95 = simulated.percentile(0.95);
  return [
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
    isLimited ? `${percent(simulated.rejectedShare)}, ${percent(ours.rejectProbability)}` : '',
    isLimited ? '' : error(ours.balance, simulated.mean),
  ];
}

function groupOf({ fleetCase: { servers, routing } }) {
  return servers > 1 ? routing : 'one server';
}

/** Mean and largest errors of a group. */
function errorsOf(group) {
  const members = judged.filter((one) => groupOf(one) === group);
  const unlimited = members.filter(({ fleetCase }) => fleetCase.maxQueue === undefined);
  return [
    group,
    members.length,
    meanAndLargest(members.map(({ simulated, ours }) => ours.latency / simulated.mean - 1)),
    meanAndLargest(members.map(({ simulated, p95 }) => p95 / simulated.percentile(0.95) - 1)),
    meanAndLargest(unlimited.map(({ simulated, ours }) => ours.balance / simulated.mean - 1)),
  ];
}

function meanAndLargest(errors) {
  const mean = errors.reduce((sum, each) => sum + Math.abs(each), 0) / errors.length;
  const largest = errors.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  const sign = largest > 0 ? '+' : '−';
  return `${Math.round(100 * mean)}%, ${sign}${Math.round(100 * Math.abs(largest))}%`;
}

function describe({ workload, arrivalCv, maxQueue }) {
  const paced =
    arrivalCv === 0 ? ', evenly paced' : arrivalCv > 1 ? `, gaps of cv ${arrivalCv}` : '';
  const room = maxQueue === undefined ? '' : `, queue of ${maxQueue}`;
  return 'users' in workload
    ? `${workload.users} users, ${workload.thinkTime} s${paced}${room}`
    : `arrivals at ${Math.round(100 * workload.load)} %${paced}${room}`;
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
