// `capacity-plan measure` against a real llama.cpp. Its times are not judged: what it counts, sends and leaves behind is.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until, TEST_MS } from '../runner/until.mjs';
import { startEngine } from './engine.mjs';

const CLI = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'cli.js');
const PLAN = `version: 1
workload: { users: 40, thinkTime: 2s, promptTokens: 24, outputTokens: 16 }
targets: { fast: { latency: <1s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e: { type: llama.cpp, node: n } # random weights
scenarios: { A: { engine: e, parallel: 8 } }
`;

describe('measuring a real engine', function () {
  this.timeout(TEST_MS);
  let engine;
  let folder;
  let plan;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'measure-'));
    plan = join(folder, 'a.capacity.yaml');
  });
  beforeEach(async () => {
    writeFileSync(plan, PLAN);
    engine = await startEngine();
  });
  afterEach(() => engine.stop());
  after(() => rmSync(folder, { recursive: true }));

  /** Starts the command line; `watch` is told all that it has said so far. */
  function cli(args, watch = () => undefined) {
    const child = spawn(process.execPath, [CLI, ...args]);
    const said = { out: '', error: '' };
    for (const [name, stream] of [
      ['out', child.stdout],
      ['error', child.stderr],
    ]) {
      stream.on('data', (chunk) => {
        said[name] += chunk;
        watch(said, child);
      });
    }
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  }

  const measure = (args, watch) =>
    cli(['measure', '--url', engine.url, '--into', plan, ...args], watch);

  it('becomes observations of a plan that sizes with them', async () => {
    const { code, error } = await measure([
      '--users',
      '1,6',
      '--requests',
      '30',
      '--seconds',
      '60',
    ]);
    assert.equal(code, 0, error);
    const [steps, sequences] = await Promise.all(
      ['steps', 'step_sequences'].map((name) => engine.metric(`real_engine:${name}`)),
    );
    assert.ok(
      sequences / steps > 1.8,
      `${sequences / steps} sequences a step: requests did not run together`,
    );
    const sized = await cli(['size', '--json', plan]);
    assert.equal(sized.code, 0, sized.error);
    const written = readFileSync(plan, 'utf8');
    assert.match(written, /# random weights/);
    assert.match(written, /users: 1,.*outputTokens: \{ mean: 16, cv: 0 \}/);
    assert.match(written, /users: 6,.*errors: 0/);
    const [scenario] = JSON.parse(sized.out).scenarios;
    assert.ok(scenario.nodes.value >= 1);
  });

  it('leaves no request running where it is stopped', async () => {
    let asked = false;
    const { code, error } = await measure(
      ['--users', '8', '--requests', '5000'],
      ({ error: said }, child) => {
        // a second signal would end the process at once
        if (/8 users: \d+ answers/.test(said) && !asked) asked = child.kill('SIGINT');
      },
    );
    assert.equal(code, 1, error);
    assert.match(error, /Stopped at 8 users\. Nothing is written\./);
    assert.equal(readFileSync(plan, 'utf8'), PLAN);
    for (const name of ['vllm:num_requests_running', 'vllm:num_requests_waiting']) {
      await until(`no request in ${name}`, async () => (await engine.metric(name)) === 0);
    }
  });

  it('says so where the server is killed half-way, and leaves the plan as it was', async () => {
    const { code, error } = await measure(
      ['--users', '4', '--requests', '5000'],
      ({ error: said }) => {
        if (/4 users: \d+ answers/.test(said)) engine.kill();
      },
    );
    assert.equal(code, 2, error);
    assert.match(error, /The server was lost at 4 users .*Nothing is written\./);
    assert.equal(readFileSync(plan, 'utf8'), PLAN);
  });
});
