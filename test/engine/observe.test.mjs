// `capacity-plan observe` reads of a real server, and of a real Prometheus that watches it, what `measure` measured.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until, TEST_MS } from '../runner/until.mjs';
import { startEngine } from './engine.mjs';
import { vllmHistory } from './history.mjs';
import { findPrometheus, startPrometheus } from './prometheus.mjs';

const CLI = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'cli.js');
const plan = (observations) => `version: 1
workload: { rate: 3/s, promptTokens: 24, outputTokens: 16 }
targets: { fast: { latency: <1s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    type: llama.cpp
    node: n # random weights
    observations:
${observations}
scenarios: { A: { engine: e, parallel: 8 } }
`;
const GUESSED = (latency) =>
  plan(
    `      - { source: guess, parallel: 8, users: 1, latency: ${latency}, promptTokens: 24, outputTokens: 16 }`,
  );

/** Runs the command line to its end. */
function cli(args) {
  const child = spawn(process.execPath, [CLI, ...args]);
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.error += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}

/** Reads a value of an observation in seconds, or as it is. */
function valueOf(yaml, key) {
  const found = new RegExp(`^ +(?:- )?${key}: ~?(?:\\{ mean: )?([\\d.]+)(ms)?`, 'm').exec(yaml);
  assert.ok(found, `${key} in ${yaml}`);
  return Number(found[1]) / (found[2] === 'ms' ? 1000 : 1);
}

function assertNear(observed, measured, key, share) {
  const [a, b] = [observed, measured].map((yaml) => valueOf(yaml, key));
  assert.ok(Math.abs(a / b - 1) <= share, `${key}: observed ${a}, measured ${b}`);
}

describe('observing a real engine', function () {
  this.timeout(TEST_MS);
  let engine;
  let prometheus;
  let folder;
  let measured;
  let seconds;

  before(async function () {
    const program = findPrometheus();
    folder = mkdtempSync(join(tmpdir(), 'observe-'));
    engine = await startEngine();
    if (program) {
      prometheus = await startPrometheus(program, [new URL(engine.url).host]);
      await until('its first look', () => prometheus.value('up == 1'));
    }
    const begin = Date.now();
    writeFileSync(join(folder, 'before.txt'), await metrics());
    const args = ['--rate', '4/s', '--requests', '60', '--seconds', '120'];
    const lengths = ['--prompt-tokens', '24', '--output-tokens', '16'];
    measured = await cli(['measure', '--url', engine.url, ...args, ...lengths]);
    assert.equal(measured.code, 0, measured.error);
    writeFileSync(join(folder, 'after.txt'), await metrics());
    seconds = Math.round((Date.now() - begin) / 1000);
  });
  after(async () => {
    await prometheus?.stop();
    await engine?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  const metrics = async () => (await fetch(`${engine.url}/metrics`)).text();
  const dumps = () => ['before.txt', 'after.txt'].map((name) => join(folder, name));

  /** A few requests of these were sent before the run that was measured. */
  function assertSame(observed) {
    assert.equal(valueOf(observed, 'outputTokens') > 14, true, observed);
    assertNear(observed, measured.out, 'promptTokens', 0.15);
    assertNear(observed, measured.out, 'rate', 0.35);
    assertNear(observed, measured.out, 'latency', 0.35);
    assertNear(observed, measured.out, 'ttft', 0.5);
    assertNear(observed, measured.out, 'tpot', 0.35);
  }

  it('gives from two dumps what was measured', async () => {
    const { code, out, error } = await cli([
      'observe',
      '--metrics',
      ...dumps(),
      '--window',
      `${seconds}s`,
    ]);
    assert.equal(code, 0, error);
    assertSame(out);
    assert.match(out, /production: true/);
  });

  it('gives from a Prometheus what was measured', async function () {
    if (!prometheus) return this.skip();
    const all = Number(await engine.metric('vllm:request_success_total'));
    await until(
      'Prometheus to have looked since',
      async () => (await prometheus.value('sum(vllm:request_success_total)')) === all,
    );
    const past = ['--window', `${seconds}s`, '--selector', '{job="llm"}'];
    const { code, out, error } = await cli(['observe', '--prometheus', prometheus.url, ...past]);
    assert.equal(code, 0, error);
    assertSame(out);
    assert.match(out, /servers: 1\n/);
  });

  it('looks at a server itself, and writes into the plan once', async () => {
    const file = join(folder, 'a.capacity.yaml');
    writeFileSync(file, GUESSED('1s'));
    const users = ['--users', '2', '--requests', '100', '--prompt-tokens', '24'];
    const load = cli(['measure', '--url', engine.url, ...users, '--output-tokens', '16']);
    await until('requests', async () => (await engine.metric('vllm:num_requests_running')) > 0);
    const looking = ['observe', '--metrics', engine.url, '--window', '4s'];
    const { code, out, error } = await cli([...looking, '--into', file]);
    assert.equal(code, 0, error);
    assert.match(out, /1 observation added to engine e/);
    assert.match(readFileSync(file, 'utf8'), /# random weights[^]*in production/);
    await load;
  });

  it('reports drift with an exit code, and only where there is some', async () => {
    const file = join(folder, 'b.capacity.yaml');
    const watch = ['observe', '--metrics', ...dumps(), '--window', `${seconds}s`];
    const compare = [...watch, '--compare', file, '--fail-on-drift'];
    writeFileSync(file, GUESSED('10ms'));
    const drifted = await cli(compare);
    assert.equal(drifted.code, 1, drifted.error);
    assert.match(drifted.error, /Drift: the latency is [\d,]+% above the prediction/);
    const { out } = await cli(['observe', '--metrics', ...dumps(), '--window', `${seconds}s`]);
    const others = out.replace('observations:\n', '').replace(/ +production: true\n/, '');
    writeFileSync(file, plan(others.replace(/^/gm, '    ').trimEnd()));
    const agrees = await cli(compare);
    assert.equal(agrees.code, 0, agrees.error);
    assert.match(agrees.error, /No drift/);
  });

  it('says what is wrong with an address or a selection', async function () {
    const nothing = await cli(['observe', '--metrics', `${engine.url}/v2`]);
    assert.equal(nothing.code, 2);
    assert.match(nothing.error, /it has no metrics \(404\)/);
    const other = ['--window', '1m', '--model', 'other'];
    const model = await cli(['observe', '--metrics', ...dumps(), ...other]);
    assert.match(model.error, /no such model; there are "/);
    if (!prometheus) return;
    const wrong = ['--window', '1m', '--selector', 'job='];
    const selector = await cli(['observe', '--prometheus', prometheus.url, ...wrong]);
    assert.equal(selector.code, 2);
    assert.match(selector.error, /parse error/);
    const none = ['--window', '1m', '--selector', 'job="no such job"'];
    const empty = await cli(['observe', '--prometheus', prometheus.url, ...none]);
    assert.match(empty.error, /has no metrics of a known server/);
  });
});

describe('observing two days of a real Prometheus', function () {
  this.timeout(TEST_MS);
  const HOUR = 3600;
  const end = Math.floor(Date.now() / 1000 / HOUR) * HOUR;
  const hour = (before) => new Date((end - before * HOUR) * 1000).toISOString();
  let prometheus;
  let file;
  let folder;

  before(async function () {
    const program = findPrometheus();
    if (!program) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'observe-'));
    file = join(folder, 'a.capacity.yaml');
    const history = vllmHistory({
      end,
      hours: 48,
      instances: ['a:8000', 'b:8000'],
      // most of the load is in the hour that ends three hours before the end
      perSecondAt: (before) => (before > 3 && before <= 4 ? 2 : 0.6),
      latencyAt: (before) => (before < 10 ? 5 : 2),
      restartAt: 3.5,
    });
    prometheus = await startPrometheus(program, [], history);
    writeFileSync(
      file,
      plan(
        [1, 2, 4]
          .map(
            (users) =>
              `      - { source: measured, users: ${users}, latency: ${1.9 + users / 20}s, promptTokens: 500, outputTokens: 200 }`,
          )
          .join('\n'),
      ),
    );
  });
  after(async () => {
    await prometheus?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('gives the busiest and the median hour since the drift began, and says when that was', async () => {
    const until = hour(0).slice(0, 19) + 'Z';
    const range = ['--prometheus', prometheus.url, '--window', '2d', '--until', until];
    const args = ['observe', ...range, '--into', file, '--fail-on-drift'];
    const { code, out, error } = await cli(args);
    assert.equal(code, 1, error);
    assert.match(out, /2 observations added to engine e/, error);
    const since = hour(10).slice(0, 16).replace('T', ' ');
    assert.match(
      error,
      new RegExp(`Drift since ${since} UTC: slower than predicted in all 10 hours`),
    );
    const busiest = hour(4).slice(0, 16).replace('T', ' ');
    assert.match(
      error,
      new RegExp(`busiest hour, ${busiest} to .*: (2|1.9\\d|2.0\\d)/s on 2 servers`),
    );
    assert.match(error, /median hour, .*: 0.6\/s on 2 servers, concurrency 1.5 each: latency 5 s/);
    assert.match(error, /A server restarted/);
    const written = readFileSync(file, 'utf8');
    assert.match(written, /latency: 5s.*p50: ~3.\d+s/);
    assert.match(written, /promptTokens: 500, outputTokens: 200/);
    const again = await cli(args);
    assert.match(again.out, /0 observations added to engine e; 2 runs were there already/);
  });
});
