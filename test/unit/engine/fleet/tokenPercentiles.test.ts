/** Percentiles of times of tokens: observed ones count like an observed p95 of latency. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { readPlan } from '../../../../src/plan/readPlan';

interface Sketch {
  readonly targets: string;
  readonly observed: string;
  readonly workload?: string;
  readonly scenario?: string;
}

function judge({ targets, observed, workload = 'users: 8, thinkTime: 0s', scenario }: Sketch) {
  const { assessment } = analyzePlan(`version: 1
workload: { ${workload} }
targets: { t: { ${targets} } }
nodes: { n: {} }
engines:
  e:
    node: n
    observations:
      - { source: measured, parallel: 8, users: 8, requests: 5000, ${observed} }
scenarios: { s: { engine: e, parallel: 8, ${scenario ?? 'nodes: 1'} } }
`);
  const verdict = assessment?.scenarios[0]?.verdicts[0]?.objectives[0];
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

const OBSERVED = 'latency: 4s, ttft: { mean: 300ms, p95: 600ms }, tpot: { mean: 30ms, p99: 50ms }';

describe('at the observed load', () => {
  test.each([
    ['ttft: { p95: <700ms }', 'meets', 0.6],
    ['ttft: { p95: <500ms }', 'misses', 0.6],
    ['tpot: { p99: <60ms }', 'meets', 0.05],
    ['tpot: { p99: <40ms }', 'misses', 0.05],
    ['ttft: <400ms', 'meets', 0.3],
  ] as const)('%s %s', (targets, outcome, value) => {
    const verdict = judge({ targets, observed: OBSERVED });
    expect(verdict).toMatchObject({ outcome, verified: true });
    expect(verdict.figure).toMatchObject({ value, bound: 'exact' });
  });

  test('a percentile that nobody observed follows from its mean, and verifies nothing', () => {
    const verdict = judge({ targets: 'tpot: { p95: <60ms }', observed: 'latency: 4s, tpot: 30ms' });
    expect(verdict).toMatchObject({ outcome: 'meets', verified: false });
    expect(verdict.reasons).toContain('modelled-tail');
  });

  test('a percentile that nothing is known of is unknown', () => {
    const verdict = judge({ targets: 'tpot: { p95: <60ms }', observed: 'latency: 4s' });
    expect(verdict).toMatchObject({ outcome: 'unknown', reasons: ['no-evidence'] });
  });

  test('needs as many requests as one of latency', () => {
    const verdict = judge({
      targets: 'ttft: { p99: <2s }',
      observed: 'latency: 4s, ttft: { p99: 1s }'.replace('latency', 'errors: 0, latency'),
    });
    expect(verdict.verified).toBe(true);
    const few = judge({
      targets: 'ttft: { p99: <2s }',
      observed: 'latency: 4s, ttft: { p99: 1s }',
      workload: 'users: 8, thinkTime: 0s',
    });
    expect(few.verified).toBe(true);
  });

  test('a first token comes no later than the whole answer, for each share of the requests', () => {
    const observed = 'latency: 2s, p95: 3s';
    expect(judge({ targets: 'ttft: { p95: <4s }', observed }).outcome).toBe('meets');
    expect(judge({ targets: 'ttft: { p95: <2.5s }', observed }).outcome).toBe('unknown');
    expect(judge({ targets: 'tpot: { p95: <4s }', observed }).outcome).toBe('unknown');
  });
});

describe('where requests come at random', () => {
  const workload = 'rate: 1.6/s, serviceCv: 1';

  test('the first token waits for a slot, and those after it do not', () => {
    const ttft = judge({ targets: 'ttft: { p95: <9s }', observed: OBSERVED, workload });
    const tpot = judge({ targets: 'tpot: { p99: <9s }', observed: OBSERVED, workload });
    expect(ttft.figure?.value).toBeGreaterThan(1);
    expect(tpot.figure?.value).toBeCloseTo(0.05, 9);
  });

  test('more nodes never raise it', () => {
    const at = (nodes: number): number =>
      judge({
        targets: 'ttft: { p95: <9s }',
        observed: OBSERVED,
        workload,
        scenario: `nodes: ${nodes}`,
      }).figure?.value ?? Infinity;
    const seconds = [1, 2, 3, 4, 8].map(at);
    expect([...seconds].sort((a, b) => b - a)).toEqual(seconds);
  });
});

test('percentiles of a table are mended, and then judged', () => {
  const pasted = readFileSync('test/plans/token-percentiles.capacity.yaml', 'utf8');
  const edits = readPlan(pasted).problems.flatMap(({ fixes }) => fixes?.[0] ?? []);
  const text = edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (mended, { start, end, text: by }) => mended.slice(0, start) + by + mended.slice(end),
      pasted,
    );
  const { assessment, findings } = analyzePlan(text);
  expect(findings.filter(({ code }) => code.startsWith('plan.'))).toEqual([]);
  const [slo] = assessment?.scenarios[0]?.verdicts ?? [];
  expect(slo?.objectives.map(({ objective }) => objective.kind)).toEqual(['ttft.p95', 'tpot.p99']);
  const [ttft] = slo?.objectives ?? [];
  expect(ttft?.figure?.provenance.known).toBe('reported');
  // between those of the lightest level and of 256 users
  expect(ttft?.figure?.value).toBeGreaterThanOrEqual(0.163);
  expect(ttft?.figure?.value).toBeLessThan(0.517);
  expect(ttft?.outcome).toBe('meets');
});
