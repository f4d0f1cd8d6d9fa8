// Runs everything that has to hold: `npm test`. Two lanes run at a time, since most steps wait for one process; a lane
// that is done takes over steps of the other. A failed step stops no other, but without a build or a host nothing runs
// in VS Code. VERBOSE=1 also prints what passes. The last line sums all suites.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STEP_MINUTES } from '../test/support/patience.mjs';
import { ENGINE_RUNS } from '../test/engine/engine.mjs';
import { countLines, countVitest, reasonOfFailure } from './lib/counts.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const UNIT_RESULTS = join(ROOT, 'out', 'results', 'unit.json');

const vitestFlags = ['--', '--reporter=default', '--reporter=json', `--outputFile=${UNIT_RESULTS}`];
/** The longest, without VS Code. */
const first = [
  { title: 'unit', script: 'test:unit', flags: vitestFlags, count: countUnit },
  ...(ENGINE_RUNS
    ? [{ title: 'measuring a real engine', script: 'test:engine', count: countLines }]
    : []),
];
/** Short ones, so that no lane waits long for the other at the end. */
const last = [
  { title: 'lint', script: 'lint' },
  { title: 'typecheck', script: 'typecheck' },
  { title: 'format', script: 'format:check' },
];
/** Suites that type as people do, or measure, mostly wait. Beside the unit tests, which never wait, they cost no time. */
const WAITING = 'the first hour|completion alone|measuring a server';
const inVsCode = [
  {
    title: 'typing and measuring in the packaged extension',
    script: 'test:ui',
    flags: ['--', '--grep', WAITING],
    count: countLines,
  },
  {
    title: 'packaged extension in a browser',
    script: 'test:ui',
    flags: ['--', '--grep', WAITING, '--invert'],
    count: countLines,
  },
  { title: 'integration: Node host', script: 'test:integration', count: countLines },
  // Only with LONG=1: the suite without a server runs the same bundle in the same kind of host.
  ...(process.env.LONG
    ? [{ title: 'integration: web worker host', script: 'test:web', count: countLines }]
    : []),
  { title: 'charts panel in a browser', script: 'test:webview', count: countLines },
  { title: 'integration: web without a server', script: 'test:serverless', count: countLines },
];

const began = Date.now();
if (!ENGINE_RUNS) console.log('No real engine is measured: it needs Linux on x64.');
const total = { passed: 0, failed: 0 };
const failures = [];
rmSync(UNIT_RESULTS, { force: true });
mkdirSync(dirname(UNIT_RESULTS), { recursive: true });

const built = await run({ title: 'build and package', script: 'package' });
const hostReady = built && run({ title: 'test host', script: 'test:host' });
const others = async () => {
  if (await hostReady) await lane(inVsCode);
  await lane(last);
};
await Promise.all([lane(first).then(others), others()]);

console.log(`\n${seconds(began)} in all${failures.map((title) => `; failed: ${title}`).join('')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = failures.length === 0 && total.passed > 0 ? 0 : 1;

/** Runs steps until none is left. Lanes with the same steps share them. */
async function lane(steps) {
  for (let step = steps.shift(); step; step = steps.shift()) {
    await run(step);
  }
}

async function run({ title, script, flags = [], env, count }) {
  const start = Date.now();
  const { output, ...end } = await npmRun(script, flags, env);
  const counts = count?.(output);
  const reason = reasonOfFailure(end, counts);
  total.passed += counts?.passed ?? 0;
  // A step that breaks without a failed test of its own is one failure.
  total.failed += reason === undefined ? 0 : Math.max(1, counts?.failed ?? 0);
  const said = counts?.passed ? `, ${counts.passed} passed` : '';
  const verdict = reason === undefined ? 'ok' : 'FAILED';
  console.log(`\n== ${title}: ${verdict} (${seconds(start)}${said}${reason ? `; ${reason}` : ''})`);
  if (reason !== undefined) {
    failures.push(`${title} (${reason})`);
  }
  if (reason !== undefined || process.env.VERBOSE) {
    console.log(output.trimEnd() || 'it printed nothing');
  }
  return reason === undefined;
}

function npmRun(script, flags, env) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, ...flags], {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', SHOTS_OF: 'failures', ...env },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late;
    const timer = setTimeout(() => {
      late = STEP_MINUTES;
      child.kill();
      // What npm started may live on, and keep the pipes open.
      child.stdout.destroy();
      child.stderr.destroy();
    }, STEP_MINUTES * 60_000);
    const end = (how) => {
      clearTimeout(timer);
      resolve({ ...how, output });
    };
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => end({ error: error.message }));
    child.on('close', (code, signal) => end({ code, signal, late }));
  });
}

function countUnit() {
  try {
    return countVitest(JSON.parse(readFileSync(UNIT_RESULTS, 'utf8')));
  } catch {
    // Without results nothing is proven, so the caller counts a failure.
    return { passed: 0, failed: 0 };
  }
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
