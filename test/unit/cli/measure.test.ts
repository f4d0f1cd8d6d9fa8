import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { ANSWER, fakeServer, type Behaviour, type FakeServer } from '../../support/openAiServer';
import { runInProcess } from './runInProcess';

const PLAN = `version: 1
workload: { users: 40, promptTokens: 20, outputTokens: 10 } # as last week
targets: { fast: { latency: <1s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    type: vllm
    node: n
    observations:
      - { source: estimate, parallel: 8, users: 1, latency: 1s, promptTokens: 20, outputTokens: 10 }
scenarios: { A: { engine: e, parallel: 8 } }
`;
const QUICK = ['--requests', '6', '--seconds', '20', '--output-tokens', '5'];

let server: FakeServer | undefined;
let folder = '';
let plan = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'measure-'));
  plan = join(folder, 'a.capacity.yaml');
  writeFileSync(plan, PLAN);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

async function measure(args: readonly string[], behave?: Behaviour) {
  server = await fakeServer(behave);
  return runInProcess(['measure', '--url', server.url, ...args]);
}

describe('capacity-plan measure', () => {
  test('prints observations of each load, as a plan has them', async () => {
    const { code, out } = await measure(['--users', '1,2', ...QUICK]);
    expect(code).toBe(0);
    const { plan: read, problems } = readPlan(
      PLAN.replace(
        / {4}observations:[^]*?(?=scenarios)/,
        out.replace(/^/gm, '    ').trimEnd() + '\n',
      ),
    );
    expect(problems).toEqual([]);
    const [one, two] = read.engines[0]?.observations ?? [];
    expect(one?.outputTokens?.value).toBe(5);
    expect(two?.latencySeconds?.value).toBeGreaterThan(0.003);
    expect(out).toMatch(/note: .*small/);
  });

  test('writes them into the plan, which keeps its comments, and says how far its prediction was off', async () => {
    const { code, out, error } = await measure(['--users', '1', ...QUICK, '--into', plan]);
    expect(code).toBe(0);
    expect(out).toContain('1 observation added to engine e');
    expect(error).toMatch(/^1 user: latency .* ms, predicted .* \(.*% too high\)/m);
    const written = readFileSync(plan, 'utf8');
    expect(written).toContain('# as last week');
    expect(readPlan(written).problems).toEqual([]);
    expect(readPlan(written).plan.engines[0]?.observations).toHaveLength(2);
  });

  test('measures what the plan asks for next where no load is named', async () => {
    writeFileSync(plan, PLAN.replace('users: 1, latency: 1s', 'users: 8, latency: 500ms'));
    const { error } = await measure([...QUICK, '--into', plan]);
    expect(error).toMatch(/^1 user: /m);
    expect(error).toMatch(/^8 users: /m);
  });

  test('users who think, and random arrivals', async () => {
    const thinking = await measure(['--users', '3', '--think-time', '5ms', ...QUICK]);
    expect(thinking.code).toBe(0);
    expect(thinking.out).toContain('thinkTime: 5ms');
    await server?.close();
    const arriving = await measure(['--rate', '100/s', ...QUICK]);
    expect(arriving.code).toBe(0);
    expect(arriving.out).toContain('rate: 100/s');
  });

  test('says what it assumes: a server that counts no tokens', async () => {
    const { code, error } = await measure(
      ['--users', '1', ...QUICK],
      async (response, { tokens }) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (let i = 0; i < tokens; i++) response.write('data: {"choices":[{"text":"x"}]}\n\n');
        await Promise.resolve();
        response.end('data: [DONE]\n\n');
      },
    );
    expect(code).toBe(0);
    expect(error).toContain('The server does not count tokens');
  });

  test('sends the key of the environment, and shows it nowhere', async () => {
    vi.stubEnv('MY_KEY', 'sk-secret-1234');
    const { code, out, error } = await measure(
      ['--users', '1', ...QUICK, '--key-env', 'MY_KEY'],
      (response) =>
        void response.writeHead(401).end('{"error":{"message":"wrong key sk-secret-1234"}}'),
    );
    expect(code).toBe(2);
    expect(server?.requests.at(-1)?.key).toBe('Bearer sk-secret-1234');
    expect(error).toContain('status 401 wrong key (key)');
    expect(out + error).not.toContain('sk-secret');
  });

  test('a server that dies half-way leaves the plan as it was', async () => {
    const { code, error } = await measure(
      [
        '--users',
        '2',
        '--requests',
        '50',
        '--seconds',
        '20',
        '--output-tokens',
        '5',
        '--into',
        plan,
      ],
      async (response, request) => {
        if (request.index > 20) response.destroy();
        else await ANSWER(response, request);
      },
    );
    expect(code).toBe(2);
    expect(error).toMatch(/The server was lost at 2 users .*Nothing is written/);
    expect(readFileSync(plan, 'utf8')).toBe(PLAN);
  });

  test('a server that is full ends the sweep; what was measured before is kept', async () => {
    let busy = 0;
    const { code, out, error } = await measure(
      ['--users', '1,8', ...QUICK],
      async (response, request) => {
        if (busy >= 2) return void response.writeHead(429).end('{"error":{"message":"slow down"}}');
        busy++;
        await ANSWER(response, request);
        busy--;
      },
    );
    expect(code).toBe(1);
    expect(error).toContain('Many requests fail at 8 users (status 429 slow down)');
    expect(out).toContain('users: 1');
    expect(out).not.toContain('users: 8');
  });

  test('a stream that breaks off says so', async () => {
    const { code, error } = await measure(['--users', '1', ...QUICK], (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('data: {"choices":[{"text":"x"}]}\n\n');
    });
    expect(code).toBe(2);
    expect(error).toContain('the stream broke off');
  });

  test('Ctrl+C ends all requests, and writes nothing', async () => {
    let sent = 0;
    const { code, error } = await measure(
      ['--users', '4', '--requests', '1000', '--into', plan],
      async (response, request) => {
        sent++;
        if (sent === 12) process.emit('SIGINT');
        await ANSWER(response, request);
      },
    );
    expect(code).toBe(1);
    expect(error).toContain('Stopped at 4 users. Nothing is written.');
    expect(readFileSync(plan, 'utf8')).toBe(PLAN);
    await vi.waitFor(() => expect(server?.active()).toBe(0));
  });

  test('nothing listens there', async () => {
    const { code, error } = await runInProcess([
      'measure',
      '--url',
      'http://127.0.0.1:9',
      '--model',
      'm',
      ...QUICK,
    ]);
    expect(code).toBe(2);
    expect(error).toContain('cannot measure http://127.0.0.1:9: ');
  });

  test('a job for Kubernetes measures the same loads and lengths, and asks no server', async () => {
    const job = ['measure', '--url', 'http://vllm.chat:8000', '--into', plan, '--job'];
    const guidellm = await runInProcess([...job, 'guidellm', '--model', 'small/small']);
    expect(guidellm.code).toBe(0);
    expect(guidellm.out).toMatch(/\\"streams\\":\[1(,\d+)*\]/);
    expect(guidellm.out).toContain('\\"prompt_tokens\\":20,\\"output_tokens\\":10');
    const k6 = await runInProcess([...job, 'k6', '--model', 'small', '--users', '3']);
    expect(k6.out).toContain('name: USERS\n              value: "3"');
    expect(readFileSync(plan, 'utf8')).toBe(PLAN);
    const nameless = await runInProcess([...job, 'k6']);
    expect(nameless.error).toContain('a job needs --model');
  });

  test.each([
    [[], 'measure needs --url'],
    [['--url', 'http://h', '--job', 'ab'], '--job is guidellm, k6'],
    [['--url', 'http://h', '--job', 'k6', '--model', 'm', '--rate', '2/s'], 'use guidellm'],
    [['--url', 'localhost'], '--url is an address'],
    [['--url', 'http://u:p@h'], 'put the key into the environment'],
    [['--url', 'http://h', '--users', '1', '--rate', '2/s'], '--users and --rate conflict'],
    [['--url', 'http://h', '--users', '0'], '--users is a whole number'],
    [['--url', 'http://h', '--rate', '2 s'], '--rate is a value such as 4/s'],
    [['--url', 'http://h', '--prompt-tokens', 'long'], '--prompt-tokens is a number of tokens'],
    [['--url', 'http://h', '--engine', 'e'], '--engine names an engine of the plan of --into'],
    [['--url', 'http://h', '--think-time', '2s'], '--think-time goes with --users'],
    [['--url', 'http://h', 'a.json'], 'measure takes no FILE'],
  ])('%j: %s', async (args, message) => {
    const { code, error } = await runInProcess(['measure', ...args]);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});
