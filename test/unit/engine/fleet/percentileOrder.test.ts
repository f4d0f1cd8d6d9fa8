/** Percentiles of one time bound each other: p50 <= p90 <= p95 <= p99. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { formulaText } from '../../../../src/messages/formulas';

function verdictsOf(text: string) {
  const verdicts = analyzePlan(text).assessment?.scenarios[0]?.verdicts ?? [];
  return verdicts.flatMap(({ objectives }) => objectives);
}

/** Verdicts on one target, of one server with a constant number of requests in flight. */
function judge(targets: string, observations: readonly string[], users = 8) {
  return verdictsOf(`version: 1
workload: { users: ${users}, thinkTime: 0s }
targets: { t: { ${targets} } }
nodes: { n: {} }
engines:
  e:
    node: n
    observations:
${observations.map((each) => `      - { source: measured, parallel: 64, requests: 5000, ${each} }\n`).join('')}
scenarios: { s: { engine: e, parallel: 64, nodes: 1 } }
`);
}

const short = (verdict: ReturnType<typeof judge>[number] | undefined) =>
  verdict && [verdict.outcome, verdict.figure?.bound, verdict.figure?.value];

describe.each(['latency', 'ttft', 'tpot'])('percentiles of %s', (time) => {
  const isLatency = time === 'latency';
  const limit = (text: string): string => (isLatency ? text : `${time}: { ${text} }`);
  const observed = (text: string): string =>
    `users: 8, latency: 9s, ${isLatency ? text : `${time}: { ${text} }`}`;

  test('a higher one that is observed bounds the lower one from above', () => {
    const [meets] = judge(limit('p90: <2s'), [observed('p95: 1.9s')]);
    expect(meets?.outcome).toBe('meets');
    const [exact] = judge(limit('p90: <2s'), [observed('p90: 1.5s, p95: 1.9s')]);
    expect(short(exact)).toEqual(['meets', 'exact', 1.5]);
  });

  test('a lower one that is observed bounds the higher one from below', () => {
    const [misses] = judge(limit('p95: <10s'), [observed('p50: 12s')]);
    expect(misses).toMatchObject({ outcome: 'misses', verified: true });
  });

  test('a bound that does not decide leaves it open', () => {
    if (isLatency) return; // a model gives it
    const [verdict] = judge(limit('p95: <2s'), [observed('p50: 1.2s, p99: 2.5s')]);
    expect(short(verdict)).toEqual(['unknown', '<=', 2.5]);
  });

  test('of those that fall the longer time counts', () => {
    const [p95, p99] = judge(limit('p95: <3s, p99: <1.5s'), [observed('p95: 2s, p99: 1s')]);
    expect(short(p95)).toEqual(['meets', 'exact', 2]);
    expect(short(p99)).toEqual(['misses', '>=', 2]);
  });
});

test('a percentile by another one says so', () => {
  const [verdict] = judge('ttft: { p90: <2s }', ['users: 8, latency: 9s, ttft: { p95: 1.9s }']);
  expect(verdict?.figure && formulaText(verdict.figure)).toBe(
    'no higher for 90% of the requests than the 1.9 s for 95%: ≤1.9 s',
  );
  expect(verdict).toMatchObject({ outcome: 'meets', verified: true });
});

test('what is read beyond the observations is not verified by way of another percentile', () => {
  const observations = [1, 2, 4].map((users) => `users: ${users}, latency: 1s, p95: 1.9s`);
  const [verdict] = judge('p90: <9s', observations, 16);
  expect(verdict).toMatchObject({ outcome: 'meets', verified: false });
  expect(verdict?.reasons).toContain('extrapolated');
});

test('p99 is never below p95, where each is extrapolated for itself', () => {
  const text = readFileSync('test/plans/p99-below-p95.capacity.yaml', 'utf8');
  const [p95, p99] = verdictsOf(text);
  expect(p95?.outcome).not.toBe('misses');
  expect(p99?.outcome).toBe('misses');
  expect(p99?.figure?.value).toBeGreaterThanOrEqual(p95?.figure?.value ?? Infinity);
});

test('a p90 is no higher than an upper bound of p95', () => {
  const text = readFileSync('test/plans/p90-below-p95.capacity.yaml', 'utf8');
  const [p90, p95] = verdictsOf(text);
  expect(p95?.outcome).toBe('meets');
  expect(p90?.outcome).toBe('meets');
});
