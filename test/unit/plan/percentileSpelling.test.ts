/** Percentiles as people write them elsewhere: each finding says how a plan writes them, with the same value. */
import { describe, expect, test } from 'vitest';
import { TIME_OBJECTIVES } from '../../../src/engine/plan/plan';
import { readingOf } from '../../../src/engine/plan/readings';
import { readPlan } from '../../../src/plan/readPlan';
import { around, problemsOf } from '../../support/markedPlan';

const OBSERVED = 'source: measured, users: 8, latency: 1s';

/** Applies the fixes of all findings. */
function mend(text: string): string {
  const { problems } = readPlan(text);
  const edits = problems.flatMap(({ fixes }) => fixes?.[0] ?? []).sort((a, b) => b.start - a.start);
  return edits.reduce(
    (mended, { start, end, text: by }) => mended.slice(0, start) + by + mended.slice(end),
    text,
  );
}

function limitsOf(text: string): readonly string[] {
  const { plan } = readPlan(text);
  const [target] = plan.targets;
  return (target?.objectives ?? []).map((objective) =>
    'limitSeconds' in objective
      ? `${objective.kind} ${objective.strict ? '<' : '<='} ${objective.limitSeconds}`
      : objective.kind,
  );
}

describe('times of tokens', () => {
  test('are a value, or a map of mean and percentiles', () => {
    const targets = '{ ttft: { mean: <400ms, p95: <500ms, p99: 2s }, tpot: <50ms }';
    expect(readPlan(around({ targets })).problems).toEqual([]);
    expect(limitsOf(around({ targets }))).toEqual([
      'ttft < 0.4',
      'ttft.p95 < 0.5',
      'ttft.p99 <= 2',
      'tpot < 0.05',
    ]);
  });

  test('of an observation keep bound and place', () => {
    const observation = `{ ${OBSERVED}, ttft: { mean: 300ms, p50: 250ms, p95: <600ms } }`;
    const { plan, problems } = readPlan(around({ observation }));
    expect(problems).toEqual([]);
    const [read] = plan.engines[0]?.observations ?? [];
    const stated = TIME_OBJECTIVES.flatMap((kind) => {
      const reading = read && readingOf(read, kind);
      return reading ? [[kind, reading.bound, reading.value, reading.path?.slice(25)]] : [];
    });
    expect(stated).toEqual([
      ['latency', 'exact', 1, '/latency'],
      ['ttft', 'exact', 0.3, '/ttft/mean'],
      ['ttft.p50', 'exact', 0.25, '/ttft/p50'],
      ['ttft.p95', '<', 0.6, '/ttft/p95'],
    ]);
  });

  test.each([
    ['{ ttft: «{}» }', 'plan.missing-key'],
    ['{ ttft: { «p75»: <1s } }', 'plan.missing-key'],
    ['{ ttft: { p95: «500» } }', 'plan.unit'],
    ['{ ttft: «[1s]» }', 'plan.wrong-type'],
  ])('%s has one finding', (targets, code) => {
    expect(problemsOf(around({ targets })).codes).toContain(code);
  });
});

describe('the key of a percentile', () => {
  test.each([
    ['ttftP95: <500ms', 'ttft: { p95: <500ms }'],
    ['p95Ttft: <500ms', 'ttft: { p95: <500ms }'],
    ['ttft_p95: <500ms', 'ttft: { p95: <500ms }'],
    ['p95-ttft: <500ms', 'ttft: { p95: <500ms }'],
    ['ttft.p95: <500ms', 'ttft: { p95: <500ms }'],
    ['P95 TTFT: <500ms', 'ttft: { p95: <500ms }'],
    ['timeToFirstTokenP99: <2s', 'ttft: { p99: <2s }'],
    ['tpot95: <60ms', 'tpot: { p95: <60ms }'],
    ['itl_p99: <60ms', 'tpot: { p99: <60ms }'],
    ['medianTtft: 1s', 'ttft: { p50: 1s }'],
    ['meanTtft: 1s', 'ttft: { mean: 1s }'],
    ['latencyP95: <2s', 'p95: <2s'],
    ['p99_latency: <2s', 'p99: <2s'],
    ['ttftP95: <500ms, ttftP99: <2s', 'ttft: { p95: <500ms, p99: <2s }'],
    ['ttft: <300ms, ttftP95: <500ms', 'ttft: { mean: <300ms, p95: <500ms }'],
  ])('%s is %s', (written, mended) => {
    const text = around({ targets: `{ ${written} }` });
    const { problems } = readPlan(text);
    expect(problems.map(({ code, args }) => ({ code, ...args }))).toEqual([
      expect.objectContaining({ code: 'plan.percentile', mended }),
    ]);
    expect(mend(text)).toBe(around({ targets: `{ ${mended} }` }));
    expect(readPlan(mend(text)).problems).toEqual([]);
  });

  test('is mended in an observation over several lines', () => {
    const lines = (...keys: string[]): string =>
      around({ observation: ['source: measured', 'users: 8', ...keys].join('\n        ') });
    const text = lines('ttftP50: 87ms', 'throughput: 9/s', 'ttftP95: 163ms');
    expect(mend(text)).toBe(lines('ttft: { p50: 87ms, p95: 163ms }', 'throughput: 9/s'));
  });

  test.each(['ttftP75: <1s', 'ttl95: <1s', 'p95x: <1s', 'costP95: <1s'])(
    '%s is no percentile that a plan has',
    (written) => {
      const { problems } = readPlan(around({ targets: `{ ${written} }` }));
      expect(problems.map(({ code }) => code)).not.toContain('plan.percentile');
    },
  );
});

describe('a value that names its percentile', () => {
  test.each([
    ['ttft: p95 < 800ms', 'ttft: { p95: <800ms }'],
    ['ttft: p95 <800ms', 'ttft: { p95: <800ms }'],
    ['ttft: <500ms p95', 'ttft: { p95: <500ms }'],
    ['ttft: <500ms (p95)', 'ttft: { p95: <500ms }'],
    ['ttft: "p99: 2s"', 'ttft: { p99: 2s }'],
    ['tpot: 95th percentile <60ms', 'tpot: { p95: <60ms }'],
    ['tpot: median 60ms', 'tpot: { p50: 60ms }'],
    ['latency: p95 < 2s', 'p95: <2s'],
    ['p95: p95 < 2s', 'p95: <2s'],
  ])('%s is %s', (written, mended) => {
    const text = around({ targets: `{ ${written} }` });
    expect(readPlan(text).problems).toMatchObject([{ code: 'plan.percentile', args: { mended } }]);
    expect(mend(text)).toBe(around({ targets: `{ ${mended} }` }));
  });

  test.each(['ttft: p95', 'ttft: p95 < fast', 'ttft: p75 < 1s', 'latency: 2 parsecs'])(
    '%s has the finding of any other value',
    (written) => {
      const { problems } = readPlan(around({ targets: `{ ${written} }` }));
      expect(problems.map(({ code }) => code)).toEqual([
        expect.stringMatching(/plan\.(value|unit)/),
      ]);
    },
  );
});
