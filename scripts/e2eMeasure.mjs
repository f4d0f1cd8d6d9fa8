// npm run e2e:measure: measures a real llama.cpp (random weights, its steps paced) at three loads, and then two other
// loads, think time and random arrivals. Each is printed beside what the plan predicted before it knew the measurement.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../test/engine/engine.mjs';
import { root } from './lib/importTypeScript.mjs';

const GIVEN = ['--users', '1,4,8'];
const ASKED = [
  ['--users', '2,6'],
  ['--users', '12', '--think-time', '1s'],
  ['--rate', '4/s,6/s'],
];
const TOKENS = { prompt: 24, output: 24 };
// Twice the usual time a step: what the machine does beside it then counts half.
const PACE = { paceMs: 20, paceSequenceMs: 3 };
const LENGTH = ['--prompt-tokens', `${TOKENS.prompt}`, '--output-tokens', `${TOKENS.output}:0.3`];
// Runs of some hundred requests differ by several per cent: random lengths, and how the requests fall into steps.
const BUDGET = ['--requests', '800', '--seconds', '150', '--parallel', '8'];

const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'e2e-'));
const plan = join(folder, 'measured.capacity.yaml');
writeFileSync(
  plan,
  `version: 1
workload: { users: 40, promptTokens: ${TOKENS.prompt}, outputTokens: { mean: ${TOKENS.output}, cv: 0.3 } }
nodes: { n: {} }
engines: { e: { type: llama.cpp, node: n } }
scenarios: { A: { engine: e, parallel: 8 } }
`,
);
const engine = await startEngine(PACE);
let code = 0;
try {
  console.log('Given to the plan');
  code ||= await measure([...GIVEN, '--into', plan]);
  console.log('\nPredicted by it, and then measured');
  for (const loads of ASKED) {
    // a copy takes what is measured, so that every prediction is by the three loads alone
    const copy = join(folder, `copy-${ASKED.indexOf(loads)}.capacity.yaml`);
    copyFileSync(plan, copy);
    code ||= await measure([...loads, '--into', copy]);
  }
} finally {
  await engine.stop();
  rmSync(folder, { recursive: true });
}
process.exitCode = code;

/** Prints the lines that compare, and failures whole. */
function measure(args) {
  const cli = join(root, 'dist', 'cli.js');
  const all = [cli, 'measure', '--url', engine.url, ...args, ...LENGTH, ...BUDGET];
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) =>
    child.once('close', (ended) => {
      const lines = said.split('\n').filter((line) => line !== '' && !line.endsWith('so far'));
      for (const line of ended === 0 ? lines.filter((each) => !/answers/.test(each)) : lines) {
        console.log(`  ${line}`);
      }
      resolve(ended);
    }),
  );
}
