import { describe, expect, test } from 'vitest';
import { Stop } from '../../../src/measure/host';
import type { LoadAsked } from '../../../src/measure/loads';
import { runOf, type RunFacts } from '../../../src/measure/runOf';
import { sweep, Unmeasurable, type SweepAsked, type SweepResult } from '../../../src/measure/sweep';
import { VirtualServer, type ServerSketch } from './virtualHost';

const FACTS: RunFacts = {
  version: '1.0.0',
  date: '2026-01-31',
  model: 'm',
  servers: undefined,
  parallel: undefined,
  endsItself: false,
};

function users(...counts: number[]): LoadAsked[] {
  return counts.map((count) => ({ kind: 'users', users: count, thinkTimeSeconds: 0 }));
}

function measure(
  sketch: ServerSketch,
  over: Partial<SweepAsked> = {},
  stop = new Stop(),
  atAnswer: (count: number) => void = () => undefined,
): { readonly server: VirtualServer; readonly result: Promise<SweepResult> } {
  const server = new VirtualServer(sketch);
  const asked: SweepAsked = {
    host: server.host,
    model: 'm',
    api: undefined,
    loads: users(1),
    promptTokens: { mean: 100, cv: 0 },
    outputTokens: { mean: 50, cv: 0 },
    requests: 40,
    seconds: 10_000,
    timeoutSeconds: 1000,
    ...over,
  };
  const watch = ({ answers }: { readonly answers: readonly unknown[] }): void =>
    atAnswer(answers.length);
  return { server, result: server.clock.run(sweep(asked, stop, watch)) };
}

describe('a sweep over users', () => {
  test('has the times of the server: first token, time per token, latency, throughput', async () => {
    const { server, result } = measure(
      { firstSeconds: 0.2, tokenSeconds: (running) => 0.01 + 0.001 * running },
      { loads: users(1, 4) },
    );
    const { results, cutShort } = await result;
    const runs = results.map((each) => runOf(each, FACTS));
    expect(cutShort).toBeUndefined();
    expect(runs[0]?.ttft.mean).toBeCloseTo(0.2, 6);
    expect(runs[0]?.tpot.mean).toBeCloseTo(0.011, 6);
    expect(runs[0]?.latency.mean).toBeCloseTo(0.2 + 49 * 0.011, 6);
    expect(runs[1]?.tpot.mean).toBeCloseTo(0.014, 3);
    const latency = runs[1]?.latency.mean ?? 0;
    expect((runs[1]?.throughputPerSecond ?? 0) * latency).toBeCloseTo(4, 0);
    expect(runs[1]?.outputTokens).toEqual({ mean: 50, cv: 0 });
    expect(server.present).toBe(0);
  });

  test('learns how many tokens a word has, so that prompts are as long as was asked for', async () => {
    const { result } = measure(
      { tokenSeconds: () => 0.01 },
      { promptTokens: { mean: 203, cv: 0 } },
    );
    const [run] = (await result).results.map((each) => runOf(each, FACTS));
    expect(run?.promptTokens?.mean).toBeGreaterThan(195);
    expect(run?.promptTokens?.mean).toBeLessThan(211);
  });

  test('no prompt begins like another', async () => {
    const { server, result } = measure({ tokenSeconds: () => 0.01 });
    await result;
    const beginnings = server.prompts.slice(1).map((prompt) => prompt.slice(0, 40));
    expect(new Set(beginnings).size).toBe(beginnings.length);
  });

  test('draws lengths that vary as the workload’s do', async () => {
    const { result } = measure(
      { tokenSeconds: () => 0.01 },
      { outputTokens: { mean: 50, cv: 0.8 }, requests: 400 },
    );
    const [run] = (await result).results.map((each) => runOf(each, FACTS));
    expect(run?.outputTokens?.mean).toBeGreaterThan(42);
    expect(run?.outputTokens?.mean).toBeLessThan(58);
    expect(run?.outputTokens?.cv).toBeGreaterThan(0.6);
    expect(run?.outputTokens?.cv).toBeLessThan(1);
  });

  test('has percentiles only where enough requests are beyond them', async () => {
    const { result } = measure({ tokenSeconds: () => 0.01 }, { requests: 50 });
    const [run] = (await result).results.map((each) => runOf(each, FACTS));
    expect(Object.keys(run?.latency ?? {})).toEqual(['mean', 'p50', 'p90', 'p95']);
  });

  test('without named loads it ends where more users get no more answers', async () => {
    const { result } = measure(
      { tokenSeconds: () => 0.01, slots: 4 },
      { loads: undefined, requests: 20 },
    );
    const { results, cutShort } = await result;
    expect(cutShort).toBe('saturated');
    expect(results.map(({ load }) => load.kind === 'users' && load.users)).toEqual([1, 2, 4, 8]);
  });
});

describe('random arrivals', () => {
  test('come at the rate that was asked for', async () => {
    const { result } = measure(
      { tokenSeconds: () => 0.01 },
      { loads: [{ kind: 'rate', perSecond: 3 }], requests: 1000 },
    );
    const [run] = (await result).results.map((each) => runOf(each, FACTS));
    expect(run?.throughputPerSecond).toBeGreaterThan(2.6);
    expect(run?.throughputPerSecond).toBeLessThan(3.4);
    expect(run?.load).toEqual({ kind: 'rate', perSecond: 3 });
  });

  test('more than the server answers end the run', async () => {
    const { server, result } = measure(
      { tokenSeconds: () => 0.02, slots: 1 },
      {
        loads: [
          { kind: 'rate', perSecond: 10 },
          { kind: 'rate', perSecond: 20 },
        ],
        requests: 1000,
      },
    );
    const { results, cutShort } = await result;
    expect(cutShort).toBe('behind');
    expect(results).toHaveLength(1);
    expect(server.present).toBe(0);
  });
});

describe('a server that fails', () => {
  test('rejects: the run ends, and says why', async () => {
    const { result } = measure({ tokenSeconds: () => 0.01, places: 2 }, { loads: users(1, 8, 16) });
    const { results, cutShort } = await result;
    expect(cutShort).toBe('failing');
    expect(results).toHaveLength(2);
    expect(results[1]?.why).toBe('status 503 full');
  });

  test('is lost half-way', async () => {
    const { result } = measure(
      { tokenSeconds: () => 0.01, breaksAfter: 30 },
      { loads: users(4, 8) },
    );
    const { results, cutShort } = await result;
    expect(cutShort).toBe('gone');
    expect(results[0]?.why).toBe('connection refused');
  });

  test('was never there', async () => {
    const { result } = measure({ tokenSeconds: () => 0.01, breaksAfter: 0 });
    await expect(result).rejects.toThrow(Unmeasurable);
    await expect(result).rejects.toThrow('connection refused');
  });

  test('answers too late', async () => {
    const { server, result } = measure({ tokenSeconds: () => 10 }, { timeoutSeconds: 60 });
    await expect(result).rejects.toThrow('no answer within 60 s');
    expect(server.present).toBe(0);
  });
});

describe('a server that takes other requests', () => {
  test('chat only, without an end that can be ignored', async () => {
    const { result } = measure({
      tokenSeconds: () => 0.01,
      takes: ['/v1/chat/completions'],
      knowsIgnoreEnd: false,
    });
    const { results, endsItself } = await result;
    expect(endsItself).toBe(true);
    expect(results).toHaveLength(1);
  });

  test('does not count tokens: the parts of its answers count', async () => {
    const { result } = measure({ tokenSeconds: () => 0.01, countsTokens: false });
    const [run] = (await result).results.map((each) => runOf(each, FACTS));
    expect(run?.outputTokens?.mean).toBe(50);
    expect(run?.promptTokens).toBeUndefined();
    expect(run?.remarks.map(({ code }) => code)).toContain('parts-counted');
  });
});

test('a stop ends every request at once', async () => {
  const stop = new Stop();
  const { server, result } = measure(
    { tokenSeconds: () => 0.01 },
    { loads: users(8, 16) },
    stop,
    (count) => count === 20 && stop.ask(),
  );
  const { cutShort, results } = await result;
  expect(cutShort).toBe('stopped');
  expect(results).toHaveLength(1);
  expect(server.present).toBe(0);
  expect(server.running).toBe(0);
});
