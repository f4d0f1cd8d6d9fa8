import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { comparerOf, driftTimeOf } from '../../../src/production/compareRuns';
import { chooseLevels, hasBusyWindow, type WindowRun } from '../../../src/production/levels';
import { readRange, Unanswered, type RangeAsked } from '../../../src/production/readRange';
import { runOfWindow } from '../../../src/production/runOfWindow';
import { DAY, END, fakePrometheus, RANGE, type Hour } from './fakePrometheus';

async function runsOf(
  hourAt?: (before: number) => Hour | undefined,
  asked: Partial<RangeAsked> = {},
): Promise<readonly WindowRun[]> {
  const reading = await readRange({ ...RANGE, ...asked }, fakePrometheus(hourAt));
  if (reading.kind !== 'windows') throw new Error(reading.kind);
  return reading.windows.flatMap((window) => {
    const told = { servers: undefined, parallel: undefined, outputTokens: undefined };
    const run = runOfWindow(window, told);
    return run.kind === 'run' ? [{ window, run: run.run }] : [];
  });
}

describe('a range of a Prometheus', () => {
  test('is read by the hour, with the load, the lengths and the servers of each', async () => {
    const runs = await runsOf();
    expect(runs).toHaveLength(48);
    expect(runs.map(({ run }) => run.requests)).toEqual([...DAY, ...DAY]);
    expect(runs.at(-1)).toMatchObject({
      window: { end: END, seconds: 3600 },
      run: {
        servers: 2,
        latency: { mean: 2 },
        model: 'chat',
        when: '2026-11-29 23:00 to 2026-11-30 00:00 UTC',
        date: '2026-11-30',
        promptTokens: { mean: 500 },
        outputTokens: { mean: 200 },
        errors: 0,
      },
    });
  });

  test('leaves out hours without data, and says where a server restarted', async () => {
    const runs = await runsOf((before) =>
      before > 3 ? undefined : { requests: 1000, latency: 2, restarts: before === 0 ? 1 : 0 },
    );
    expect(runs).toHaveLength(4);
    const restarted = runs.map(({ run }) => run.remarks.some(({ code }) => code === 'restarted'));
    expect(restarted).toEqual([false, false, false, true]);
  });

  test('asks for increases of the hour, with the selector and the model', async () => {
    const asked: string[] = [];
    await readRange({ ...RANGE, selector: 'job="llm"' }, fakePrometheus(undefined, asked));
    expect(asked[0]).toMatch(/^\{__name__=~".*\(vllm:\|.*",job="llm"\}$/);
    expect(asked).toContain(
      'sum by (le) (increase(vllm:e2e_request_latency_seconds_bucket{job="llm",model_name="chat"}[3600s]))',
    );
    expect(asked).toContain(
      'sum by (finished_reason) (increase(vllm:request_success_total{job="llm",model_name="chat"}[3600s]))',
    );
    expect(new Set(asked).size).toBe(asked.length);
  });

  test.each([
    ['<html>', 'its answer is no JSON: the address is not that of a Prometheus'],
    ['{"status":"error","errorType":"bad_data","error":"parse error: x"}', 'parse error: x'],
    ['[]', 'its answer is none of a Prometheus'],
  ])('says why %s is no answer', async (text, why) => {
    const reading = readRange(RANGE, () => Promise.resolve(text));
    await expect(reading).rejects.toThrow(new Unanswered(why));
  });
});

describe('levels of a range', () => {
  test('are the busiest hour and the median one', async () => {
    const levels = chooseLevels(await runsOf());
    const sorted = [...DAY].sort((a, b) => a - b);
    expect(levels.map(({ level, run }) => [level, run.requests])).toEqual([
      ['busiest', sorted[23]],
      ['median', sorted[11]],
    ]);
  });

  test('are one where the load hardly changes', async () => {
    const levels = chooseLevels(
      await runsOf((before) => ({ requests: 1000 + before, latency: 2 })),
    );
    expect(levels.map(({ level, run }) => [level, run.requests])).toEqual([['busiest', 1047]]);
  });

  test('compare the load of a server, not of all', async () => {
    const runs = await runsOf((before) =>
      before === 5
        ? { requests: 3000, latency: 2, servers: 6 }
        : { requests: 1000 + before, latency: 2, servers: 1 },
    );
    expect(chooseLevels(runs)[0]?.run.requests).toBe(1047);
  });

  test('need enough requests', async () => {
    const quiet = await runsOf(() => ({ requests: 5, latency: 2 }));
    expect(chooseLevels(quiet)).toEqual([]);
    expect(hasBusyWindow(quiet.map(({ window }) => window))).toBe(false);
  });
});

describe('drift over time', () => {
  const { plan } = readPlan(`version: 1
workload: { rate: 2/s, promptTokens: 500, outputTokens: 200 }
targets: { t: { latency: 20s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations:
      - { source: measured, users: 1, latency: 1.9s, promptTokens: 500, outputTokens: 200 }
      - { source: measured, users: 2, latency: 2s, promptTokens: 500, outputTokens: 200 }
      - { source: measured, users: 4, latency: 2.1s, promptTokens: 500, outputTokens: 200 }
scenarios: { A: { engine: e, parallel: 16 } }
`);
  const [engine] = plan.engines;
  const compare = engine && comparerOf(plan, engine);

  async function driftOf(latencyAt: (before: number) => number) {
    const runs = await runsOf((before) => ({ requests: 4000, latency: latencyAt(before) }));
    return compare && driftTimeOf(runs, compare);
  }

  test('begins with the first hour since which all are beyond the band', async () => {
    expect(await driftOf((before) => (before < 10 ? 4 : 2))).toEqual({
      since: END - 10 * 3600,
      windows: 10,
      drift: 'slower',
    });
    expect(await driftOf((before) => (before < 2 ? 1 : 2))).toMatchObject({ drift: 'faster' });
  });

  test('is over once an hour is within it', async () => {
    expect(await driftOf((before) => (before > 0 ? 4 : 2))).toBeUndefined();
    expect(await driftOf((before) => (before === 5 ? 2 : 4))).toMatchObject({ windows: 5 });
    expect(await driftOf(() => 2.1)).toBeUndefined();
  });

  test('is of one direction', async () => {
    expect(await driftOf((before) => (before < 3 ? 4 : 1))).toMatchObject({ windows: 3 });
  });

  test('passes over hours that have too few requests', async () => {
    const runs = await runsOf((before) => ({ requests: before % 2 ? 4000 : 3, latency: 4 }));
    expect(compare && driftTimeOf(runs, compare)).toMatchObject({ windows: 24 });
  });

  test('is unknown where the plan predicts an overload', async () => {
    const runs = await runsOf(() => ({ requests: 400_000, latency: 2 }));
    const [last] = runs.slice(-1);
    expect(last && compare?.(last.run)).toMatchObject({
      drift: 'unknown',
      share: undefined,
      predicted: { isOverloaded: true },
    });
    expect(compare && driftTimeOf(runs, compare)).toBeUndefined();
  });
});
