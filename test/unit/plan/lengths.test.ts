/** Lengths of prompts and answers: a mean, or what is known of how they vary. */
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { around, problemsOf } from '../../support/markedPlan';

function workloadOf(workload: string) {
  const { plan, problems } = readPlan(around({ workload: `{ users: 9, ${workload} }` }));
  expect(problems).toEqual([]);
  if (!plan.workload) throw new Error('no workload');
  return plan.workload;
}

describe('a length', () => {
  test.each([
    ['200', 200, undefined],
    ['{ mean: 200 }', 200, undefined],
    ['{ mean: 200, cv: 0.8 }', 200, 0.8],
    ['{ mean: 200, cv: 0 }', 200, 0],
    // s = ln(450 / 130) / 1.645
    ['{ p50: 130, p95: 450 }', 172.9, 0.876],
    ['{ mean: 210, p50: 130, p95: 450 }', 210, 0.876],
    ['{ mean: 200, p50: 100 }', 200, Math.sqrt(3)],
    ['{ p50: 100, cv: 1 }', 100 * Math.SQRT2, 1],
    ['{ mean: 200, p95: 200 }', 200, 0],
    ['{ mean: 100, p95: 300 }', 100, 1.176],
    // no lognormal has so long a tail: the longest that one has
    ['{ mean: 100, p95: 900 }', 100, 3.74],
    // shorter than the median: how they vary stays open
    ['{ mean: 90, p50: 100 }', 90, undefined],
  ])('%s', (outputTokens, mean, cv) => {
    const workload = workloadOf(`outputTokens: ${outputTokens}`);
    expect(workload.outputTokens?.value).toBeCloseTo(mean, 1);
    if (cv === undefined) expect(workload.outputTokensCv).toBeUndefined();
    else expect(workload.outputTokensCv?.value).toBeCloseTo(cv, 2);
  });

  test('leads to its place, and is about where a part of it is', () => {
    const workload = workloadOf('promptTokens: { p50: ~400, p95: 3000 }');
    expect(workload.promptTokens).toMatchObject({
      path: '/workload/promptTokens',
      approximate: true,
    });
    expect(workload.promptTokensCv?.path).toBe('/workload/promptTokens');
    expect(workloadOf('promptTokens: { mean: 400, cv: 2 }').promptTokensCv).toEqual({
      value: 2,
      path: '/workload/promptTokens/cv',
    });
  });

  test('is read in observations and in overrides of a scenario', () => {
    const { plan, problems } = readPlan(
      around({
        workload: '{ users: 9, outputTokens: { mean: 200, cv: 2 } }',
        observation:
          '{ source: measured, users: 8, latency: 1s, outputTokens: { mean: 99, cv: 0 } }',
        scenario: '{ engine: e, parallel: 8, workload: { outputTokens: 300 } }',
      }),
    );
    expect(problems).toEqual([]);
    expect(plan.engines[0]?.observations[0]).toMatchObject({
      outputTokens: { value: 99 },
      outputTokensCv: { value: 0 },
    });
    expect(plan.scenarios[0]?.workload?.outputTokens?.value).toBe(300);
    expect(plan.scenarios[0]?.workload?.outputTokensCv).toBeUndefined();
  });

  test.each([
    ['{ p50: 500, p95: «400» }', 'plan.out-of-range'],
    ['{ mean: 500, p95: «400» }', 'plan.out-of-range'],
    ['{ mean: 500, cv: «-1» }', 'plan.out-of-range'],
    ['{ mean: 500, cv: «fast» }', 'plan.value'],
    ['{ mean: «0» }', 'plan.out-of-range'],
    ['{ mean: 500, «sd»: 4 }', 'plan.unknown-key'],
    ['«[5]»', 'plan.wrong-type'],
  ])('%s has one finding at its place', (outputTokens, code) => {
    const marked = around({ workload: `{ users: 9, outputTokens: ${outputTokens} }` });
    expect(problemsOf(marked)).toMatchObject({ codes: [code], marked });
  });

  test.each(['{ p50: 500 }', '{ cv: 1 }', '{}'])('%s lacks its mean', (outputTokens) => {
    const { codes } = problemsOf(
      around({ workload: `{ users: 9, outputTokens: ${outputTokens} }` }),
    );
    expect(codes).toEqual(['plan.missing-key']);
  });
});

describe('the variability of work', () => {
  test.each([
    ['outputTokens: 200', 1, undefined],
    ['outputTokens: { mean: 200, cv: 2 }', 2, '/workload/outputTokens/cv'],
    ['outputTokens: { mean: 200, cv: 2 }, serviceCv: 0.5', 0.5, '/workload/serviceCv'],
    ['promptTokens: { mean: 200, cv: 2 }', 1, undefined],
  ])('with %s is %s', (workload, value, path) => {
    expect(workloadOf(workload).serviceCv).toEqual({ value, path });
  });
});
