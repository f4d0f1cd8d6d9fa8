import { describe, expect, test } from 'vitest';
import { contradictions } from '../../../../src/engine/observation/contradictions';
import { assess } from '../../../../src/engine/assess/assess';
import { readPlan } from '../../../../src/plan/readPlan';
import { around } from '../../../support/markedPlan';

function found(times: string): string[] {
  const observation = `{ source: measured, parallel: 8, users: 8, ${times} }`;
  const { plan, problems } = readPlan(around({ observation }));
  expect(problems).toEqual([]);
  const [read] = plan.engines[0]?.observations ?? [];
  if (read === undefined) throw new Error('no observation');
  return contradictions(read).map(({ kind, pair }) => `${kind}: ${pair.join(', ')}`);
}

describe('an observation contradicts itself', () => {
  test.each([
    ['p50: 2s, p95: 1s', ['percentiles-fall: p50, p95']],
    ['p50: 2s, p90: 1s, p99: 3s', ['percentiles-fall: p50, p90']],
    ['p90: 3s, p95: 2s, p99: 1s', ['percentiles-fall: p90, p95', 'percentiles-fall: p95, p99']],
    ['p50: ">2s", p95: 1s', ['percentiles-fall: p50, p95']],
    ['latency: 2s, p99: 1s', ['tail-below-mean: latency, p99']],
    // a stated mean, or the one that 8 users and the throughput leave: 2 s
    ['latency: 2s, p95: 1.7s', ['percentile-below-mean: latency, p95']],
    ['latency: 2s, p90: 1.7s, p95: 3s', ['percentile-below-mean: latency, p90']],
    ['throughput: 4/s, p95: 1.7s', ['percentile-below-mean: latency, p95']],
    ['throughput: 4/s, p95: 1.7s, p99: 1.9s', ['tail-below-mean: latency, p99']],
    ['throughput: <4/s, p99: 1.9s', ['tail-below-mean: latency, p99']],
    ['throughput: 4/s, ttft: 2.1s', ['first-token-after-answer: ttft, latency']],
    [
      'throughput: 4/s, ttft: 0.2s, tpot: 20ms, outputTokens: 40',
      ['tokens-do-not-add-up: tpot, latency'],
    ],
    ['latency: 0.8s, ttft: 2s', ['first-token-after-answer: ttft, latency']],
    ['latency: <1s, ttft: 1s', []],
    ['latency: <1s, ttft: 1.1s', ['first-token-after-answer: ttft, latency']],
    [
      'latency: 5s, ttft: 0.2s, tpot: 20ms, outputTokens: 100',
      ['tokens-do-not-add-up: tpot, latency'],
    ],
    [
      'latency: 1s, ttft: 0.2s, tpot: 20ms, outputTokens: 100',
      ['tokens-do-not-add-up: tpot, latency'],
    ],
    [
      'latency: 1s, ttft: 2s, tpot: 20ms, outputTokens: 100',
      ['first-token-after-answer: ttft, latency'],
    ],
  ])('%s', (times, expected) => {
    expect(found(times)).toEqual(expected);
  });

  test.each([
    'latency: 2s',
    'p50: 1s, p90: 1s, p95: 2s, p99: 2s',
    // the median of most requests is below their mean, and a tail may be
    'latency: 2s, p50: 1s',
    'latency: 2s, p95: 1.9s',
    'p50: <2s, p95: 1s',
    'latency: 2s, p95: <2s',
    // rounding of 4/s
    'throughput: 4/s, p99: 1.99s',
    'throughput: ">4/s", p99: 1.9s',
    'throughput: 4/s, p95: 1.9s, p99: 2.5s',
    'throughput: 4/s, ttft: 0.2s, tpot: 20ms, outputTokens: 90',
    'p50: 2s, p95: ">1s"',
    'p50: ~1.1s, p95: 1s',
    'latency: 2.18s, ttft: 0.2s, tpot: 20ms, outputTokens: 100',
    'latency: 2.35s, ttft: 0.2s, tpot: 20ms, outputTokens: 100',
    'latency: 2s, ttft: 0.2s, tpot: 20ms',
    'latency: 0.2s, ttft: 0.2s, tpot: 20ms, outputTokens: 1',
    'latency: 0.2s, ttft: 0.2s, tpot: ">20ms", outputTokens: 1',
    'latency: <9s, ttft: 0.2s, tpot: 20ms, outputTokens: 100',
  ])('not: %s', (times) => {
    expect(found(times)).toEqual([]);
  });
});

test('no target is met for certain by times that contradict each other', () => {
  const verdict = (times: string): boolean | undefined => {
    const { plan } = readPlan(`version: 1
workload: { users: 8, thinkTime: 0s }
targets: { t: { latency: <10s } }
nodes: { n: {} }
engines:
  e: { node: n, observations: [{ source: measured, parallel: 8, users: 8, ${times} }] }
scenarios: { A: { engine: e, parallel: 8 } }
`);
    return assess(plan).scenarios[0]?.verdicts[0]?.verified;
  };
  expect(verdict('latency: 2s, ttft: 0.8s')).toBe(true);
  expect(verdict('latency: 0.8s, ttft: 2s')).toBe(false);
  expect(verdict('latency: 2s, p50: 2s, p95: 1s')).toBe(false);
});
