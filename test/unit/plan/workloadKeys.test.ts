/** What a prefix cache answers, and how uneven arrivals are. */
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { around, problemsOf } from '../../support/markedPlan';

function workloadOf(workload: string, scenario?: string) {
  const { plan, problems } = readPlan(around(scenario ? { workload, scenario } : { workload }));
  expect(problems).toEqual([]);
  return plan.scenarios[0]?.workload;
}

describe('the share of cached prompt tokens', () => {
  test('is read in workload, overrides and observations', () => {
    expect(workloadOf('{ users: 9, cachedTokens: 60% }')?.cachedTokens).toEqual({
      value: 0.6,
      path: '/workload/cachedTokens',
    });
    const override = '{ engine: e, parallel: 8, workload: { cachedTokens: ~0.2 } }';
    expect(workloadOf('{ users: 9, cachedTokens: 60% }', override)?.cachedTokens).toMatchObject({
      value: 0.2,
      approximate: true,
    });
    const observation = '{ source: measured, users: 8, latency: 1s, cachedTokens: 95% }';
    expect(readPlan(around({ observation })).plan.engines[0]?.observations[0]).toMatchObject({
      cachedTokens: { value: 0.95 },
    });
    expect(workloadOf('{ users: 9 }')).not.toHaveProperty('cachedTokens');
  });

  test.each(['«100%»', '«-5%»', '«1»', '«half»'])('cannot be %s', (share) => {
    const marked = around({ workload: `{ users: 9, cachedTokens: ${share} }` });
    expect(problemsOf(marked).marked).toBe(marked);
    expect(problemsOf(marked).codes).toHaveLength(1);
  });
});

describe('the burstiness of arrivals', () => {
  test.each([
    ['burstiness: 4', 4, '/workload/burstiness'],
    ['burstiness: 0', 0, '/workload/burstiness'],
    ['burstiness: { cv: 2 }', 4, '/workload/burstiness/cv'],
  ])('%s', (written, value, path) => {
    expect(workloadOf(`{ rate: 5/s, ${written} }`)).toMatchObject({ burstiness: { value, path } });
  });

  test.each([
    ['{ rate: 5/s, burstiness: «-1» }', 'plan.out-of-range'],
    ['{ rate: 5/s, burstiness: { cv: «-1» } }', 'plan.out-of-range'],
    ['{ rate: 5/s, «burstiness»: {} }', 'plan.missing-key'],
    ['{ users: 5, «burstiness»: 4 }', 'plan.conflict'],
  ])('%s has one finding', (workload, code) => {
    const marked = around({ workload });
    expect(problemsOf(marked)).toMatchObject({ codes: [code], marked });
  });
});
