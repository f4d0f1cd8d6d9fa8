/** A benchmark of answers of one length shows less than what answers that vary take. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';

function verdictsOf(text: string) {
  const { assessment } = analyzePlan(text);
  return assessment?.scenarios[0]?.verdicts.flatMap(({ objectives }) => objectives) ?? [];
}

interface Sketch {
  readonly workload: string;
  readonly targets: string;
  readonly observed: string;
}

function judge({ workload, targets, observed }: Sketch) {
  const [verdict] = verdictsOf(`version: 1
workload: { users: 8, thinkTime: 0s, ${workload} }
targets: { t: { ${targets} } }
nodes: { n: {} }
engines:
  e:
    node: n
    observations: [{ source: measured, users: 8, parallel: 8, requests: 5000, ${observed} }]
scenarios: { s: { engine: e, parallel: 8, nodes: 1 } }
`);
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

const VARIES = 'outputTokens: { mean: 200, cv: 1 }';

describe('what meets a target by a benchmark', () => {
  test.each([
    [VARIES, 'outputTokens: 200', false],
    [VARIES, 'outputTokens: { mean: 200, cv: 0 }', false],
    [VARIES, 'outputTokens: { mean: 200, cv: 0.5 }', false],
    [VARIES, 'outputTokens: { mean: 200, cv: 1 }', true],
    [VARIES, 'outputTokens: { mean: 200, cv: 2 }', true],
    [VARIES, 'outputTokens: 200, p95: 3s', true],
    [VARIES, 'outputTokens: 200, p95: 1s', false],
    ['serviceCv: 1, outputTokens: 200', 'outputTokens: 200', false],
    ['serviceCv: 0, outputTokens: 200', 'outputTokens: 200', true],
    ['outputTokens: 200', 'outputTokens: 200', true],
    ['outputTokens: { mean: 200, cv: 0 }', 'outputTokens: 200', true],
  ])('%s, observed with %s: verified %s', (workload, observed, verified) => {
    const verdict = judge({
      workload,
      targets: 'latency: <2s',
      observed: `latency: 1s, ${observed}`,
    });
    expect(verdict).toMatchObject({ outcome: 'meets', verified });
    if (!verified) expect(verdict.reasons).toEqual(['lengths-vary']);
  });

  test('a miss of the mean stays shown: lengths that vary only make it longer', () => {
    const observed = 'latency: 3s, outputTokens: 200';
    const verdict = judge({ workload: VARIES, targets: 'latency: <2s', observed });
    expect(verdict).toMatchObject({ outcome: 'misses', verified: true });
  });

  test('a miss of the median does not: most answers are shorter than the mean', () => {
    const observed = 'latency: 3s, p50: 3s, outputTokens: 200';
    const verdict = judge({ workload: VARIES, targets: 'p50: <2.5s', observed });
    expect(verdict).toMatchObject({ outcome: 'misses', verified: false });
  });
});

test('percentiles of answers of one length are not those of answers that vary', () => {
  const text = readFileSync('test/plans/percentiles-of-equal-lengths.capacity.yaml', 'utf8');
  const [p95, p99] = verdictsOf(text);
  expect(p95).toMatchObject({ outcome: 'misses', verified: false });
  expect(p95?.figure?.value).toBeCloseTo(3, 1);
  expect(p99).toMatchObject({ outcome: 'misses', verified: false });
  expect(p99?.figure?.value).toBeCloseTo(4.6, 1);
});

test('a mean of answers that vary is not verified by answers of one length', () => {
  const [latency] = verdictsOf(readFileSync('test/plans/answers-that-vary.capacity.yaml', 'utf8'));
  expect(latency).toMatchObject({ verified: false, reasons: ['lengths-vary'] });
});
