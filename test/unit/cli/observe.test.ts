import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { dumpText } from '../production/metricsData';
import { fakePrometheus, type Hour } from '../production/fakePrometheus';
import { runInProcess } from './runInProcess';

const LENGTHS = 'promptTokens: 500, outputTokens: 200';
const PLAN = `version: 1
workload: { rate: 2/s, ${LENGTHS} } # as last week
targets: { fast: { latency: <20s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations:
      - { source: measured, users: 1, latency: 1.9s, ${LENGTHS} }
      - { source: measured, users: 2, latency: 2s, ${LENGTHS} }
      - { source: measured, users: 4, latency: 2.1s, ${LENGTHS} }
scenarios: { A: { engine: e, parallel: 16 } }
`;

let server: Server | undefined;
let folder = '';
let plan = '';
let dumps: readonly string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'observe-'));
  plan = join(folder, 'a.capacity.yaml');
  writeFileSync(plan, PLAN);
  dumps = ['vllm.before', 'vllm.after'].map((name) => {
    const file = join(folder, name);
    writeFileSync(file, dumpText(name));
    utimesSync(file, AT, AT);
    return file;
  });
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

/** 2026-11-30 15:00 UTC. */
const AT = Date.UTC(2026, 10, 30, 15) / 1000;

const observe = (...args: readonly string[]) => runInProcess(['observe', ...args]);

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function servePrometheus(hourAt: (before: number) => Hour | undefined): Promise<string> {
  const get = fakePrometheus(hourAt);
  return serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    void get(url.pathname, Object.fromEntries(url.searchParams)).then((text) => response.end(text));
  });
}

describe('capacity-plan observe', () => {
  test('prints what happened between two dumps as an observation of a plan', async () => {
    const { code, out, error } = await observe('--metrics', ...dumps, '--window', '5m');
    expect(code).toBe(0);
    const list = out.replace(/^/gm, '    ').trimEnd();
    const read = readPlan(PLAN.replace(/ {4}observations:[^]*?(?=scenarios)/, `${list}\n`));
    expect(read.problems).toEqual([]);
    const [observation] = read.plan.engines[0]?.observations ?? [];
    expect(observation).toMatchObject({
      production: { value: true },
      date: { value: '2026-11-30' },
      servers: { value: 2 },
      ratePerSecond: { value: 3 },
      requests: { value: 900 },
      percentileSeconds: { p95: { approximate: true } },
    });
    expect(error).toMatch(
      /^2026-11-30 14:55 to 15:00 UTC: 3\/s on 2 servers, concurrency 7.21 each/,
    );
  });

  test('takes one dump for the time since the server began, and other facts from the user', async () => {
    const more = ['--window', '1h', '--servers', '8', '--parallel', '64', '--until', '2026-11-29'];
    const { out } = await observe('--metrics', dumps[1] ?? '', ...more);
    expect(out).toMatch(/date: 2026-11-29\n +servers: 8\n +parallel: 64\n +rate: 0.4167\/s/);
  });

  test('writes into a plan once, and keeps its comments', async () => {
    const args = ['--metrics', ...dumps, '--window', '5m', '--into', plan];
    const first = await observe(...args);
    expect([first.code, first.out]).toEqual([0, `${plan}: 1 observation added to engine e\n`]);
    const written = readFileSync(plan, 'utf8');
    expect(written).toContain('# as last week');
    const second = await observe(...args);
    expect(second.out).toBe(`${plan}: 0 observations added to engine e; 1 run was there already\n`);
    expect(readFileSync(plan, 'utf8')).toBe(written);
  });

  test('says how far the plan was off, also once production is in it', async () => {
    const args = ['--metrics', ...dumps, '--window', '5m', '--into', plan, '--fail-on-drift'];
    const first = await observe(...args);
    expect(first.code).toBe(1);
    expect(first.error).toMatch(/latency 4.83 s, predicted [\d.]+ s.* \(\d+% too low\)/);
    expect(first.error).toMatch(
      /Drift: the latency is \d+% above the prediction. No drift would be from [\d.]+ s up to [\d.]+ s\.\n/,
    );
    const second = await observe(...args);
    expect(second.error).toBe(first.error);
    const checked = await runInProcess(['check', plan, '--rule', 'target.*=off']);
    expect(checked.out).toMatch(/observation.drift/);
  });

  test('compares without writing', async () => {
    const args = ['--metrics', ...dumps, '--window', '5m', '--compare', plan];
    const { code, out, error } = await observe(...args);
    expect([code, out]).toEqual([0, '']);
    expect(error).toContain('Drift: ');
    expect(readFileSync(plan, 'utf8')).toBe(PLAN);
  });

  test('says that a plan has nothing to compare with', async () => {
    writeFileSync(
      plan,
      PLAN.replaceAll('source: measured,', 'source: measured, production: true,'),
    );
    const args = ['--metrics', ...dumps, '--window', '5m', '--compare', plan, '--fail-on-drift'];
    const { code, error } = await observe(...args);
    expect(code).toBe(0);
    expect(error).toContain('engine e has no benchmark to compare production with');
  });

  test('looks at a server for a while', async () => {
    let looks = 0;
    const url = await serve((request, response) => {
      expect(request.url).toBe('/metrics');
      response.end(dumpText(looks++ === 0 ? 'vllm.before' : 'vllm.after'));
    });
    const { code, out } = await observe('--metrics', url, '--window', '1s');
    expect(code).toBe(0);
    expect(out).toContain('requests: 900');
    expect(looks).toBeGreaterThanOrEqual(2);
  });

  test('ends early with what it saw where it is stopped', async () => {
    let looks = 0;
    const url = await serve((_, response) => {
      if (looks === 2) process.emit('SIGINT');
      response.end(dumpText(looks++ === 0 ? 'vllm.before' : 'vllm.after'));
    });
    const { code, out, error } = await observe('--metrics', `${url}/metrics`, '--window', '20s');
    expect(code).toBe(0);
    expect(error).toContain('Stopped early');
    expect(out).toContain('requests: 900');
  });

  test('reads a range of a Prometheus by the hour', async () => {
    const url = await servePrometheus((before) => ({
      requests: before % 24 === 9 ? 9000 : 4000,
      latency: before < 10 ? 5 : 2,
    }));
    const range = ['--prometheus', url, '--window', '2d', '--until', '2026-11-30T00:10Z'];
    const { code, out, error } = await observe(...range, '--into', plan, '--fail-on-drift');
    expect(code).toBe(1);
    expect(out).toBe(`${plan}: 2 observations added to engine e\n`);
    expect(error).toContain('busiest hour, 2026-11-29 14:00 to 15:00 UTC: 2.5/s on 2 servers');
    expect(error).toContain('median hour, 2026-11-29 19:00 to 20:00 UTC: 1.11/s on 2 servers');
    expect(error).toContain(
      'Drift since 2026-11-29 14:00 UTC: slower than predicted in all 10 hours since then.',
    );
    const again = await observe(...range, '--into', plan);
    expect(again.out).toMatch(/0 observations added to engine e; 2 runs were there already/);
  });

  test('takes quiet hours together', async () => {
    const url = await servePrometheus(() => ({ requests: 5, latency: 2 }));
    const range = ['--prometheus', url, '--window', '2d', '--until', '2026-11-30'];
    const { out } = await observe(...range);
    expect(out).toMatch(/note: chat; 2026-11-28 00:00 to 2026-11-30 00:00 UTC\n$/);
  });

  test('sends the key, and never shows it', async () => {
    vi.stubEnv('PROMETHEUS_TOKEN', 'secret-1');
    let sent: string | undefined;
    const url = await serve((request, response) => {
      sent = request.headers.authorization;
      response.writeHead(403).end('{"status":"error","error":"no such key: secret-1"}');
    });
    const { code, error } = await observe('--prometheus', url, '--key-env', 'PROMETHEUS_TOKEN');
    expect([code, sent]).toEqual([2, 'Bearer secret-1']);
    expect(error).toContain('no such key: (key)');
    expect(error).not.toContain('secret-1');
  });

  test.each([
    [[], /needs --metrics URL, --metrics FILE FILE or --prometheus URL/],
    [['--metrics', 'a', '--prometheus', 'http://x'], /conflict/],
    [['--metrics', 'a'], /one FILE has no rates/],
    [['--metrics', 'a', 'b'], /--window states the time between the two files/],
    [['--metrics', 'a', 'b', 'c', '--window', '1h'], /one FILE or two/],
    [['--metrics', 'http://x', 'http://y'], /one URL/],
    [['--metrics', 'http://x', '--window', '7 weeks'], /such as 60s, 15m or 7d, not "7 weeks"/],
    [['--metrics', 'http://x', '--window', '0s'], /from 1s to 366d/],
    [['--metrics', 'http://x', '--selector', 'a="b"'], /goes with --prometheus/],
    [['--metrics', 'http://x', '--until', '2026-01-31'], /goes with files/],
    [['--prometheus', 'http://x', '--until', 'yesterday'], /such as 2026-01-31T12:00Z/],
    [['--prometheus', 'ftp://x'], /--prometheus is an address such as http:\/\/localhost:9090/],
    [['--prometheus', 'http://u:p@x'], /has a password in it/],
    [['--metrics', 'http://x', '--type', 'ollama'], /--type is vllm, sglang, tgi, llama.cpp/],
    [['--metrics', 'http://x', '--engine', 'e'], /--engine names an engine/],
    [['--metrics', 'http://x', '--fail-on-drift'], /needs a plan/],
    [['--metrics', 'http://x', '--into', 'a', '--compare', 'b'], /conflict/],
    [['--metrics', 'http://x', '--output-tokens', '0'], /number of tokens from 1/],
    [['--metrics', 'http://x', '--servers', 'two'], /whole number/],
    [['--metrics', 'http://x', '--key-env', 'NO_SUCH_VARIABLE'], /NO_SUCH_VARIABLE .* not set/],
    [['--metrics', 'no-such-file', '--window', '1h'], /no such file/],
  ])('refuses %j', async (args, words) => {
    const { code, out, error } = await observe(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(words);
  });

  test.each([
    [
      'a page',
      '<html>',
      /has no metrics of a known server.*line 1 is none of the Prometheus format/,
    ],
    ['two models', dumpText('two-models'), /name one with --model: "a", "b"/],
    [
      'two servers',
      dumpText('tgi.after') + dumpText('sglang.after'),
      /--type sglang or --type tgi/,
    ],
    ['llama.cpp', dumpText('llamacpp.after'), /counts no requests.*--output-tokens.*TPOT 39.7 ms/],
  ])('says what to do with %s', async (_, text, words) => {
    const file = join(folder, 'dump');
    writeFileSync(file, text);
    const { code, error } = await observe('--metrics', file, '--window', '20m');
    expect(code).toBe(2);
    expect(error).toMatch(words);
  });

  test('refuses two dumps with a restart between them', async () => {
    const { code, error } = await observe('--metrics', ...[...dumps].reverse(), '--window', '5m');
    expect(code).toBe(2);
    expect(error).toMatch(/restarted between the two looks, or the later one is first/);
  });

  test('says at the first look what is wrong', async () => {
    const url = await serve((_, response) => response.end(dumpText('two-models')));
    const { code, error } = await observe('--metrics', url);
    expect(code).toBe(2);
    expect(error).toMatch(/name one with --model/);
  });
});
