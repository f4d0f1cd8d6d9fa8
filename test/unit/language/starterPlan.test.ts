import { describe, expect, it } from 'vitest';
import { STARTER_PLAN, STARTER_SELECTION } from '../../../src/language/starterPlan';
import { analyzePlan } from '../../../src/lint/analyzePlan';

describe('the plan that a new one starts from', () => {
  const { document, assessment, findings } = analyzePlan(STARTER_PLAN);

  it('has no errors', () => {
    expect(document.problems).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('sizes every scenario', () => {
    expect(assessment?.scenarios.map(({ nodes }) => nodes !== undefined)).toEqual([true, true]);
  });

  it('says that its numbers are made up, and calls every observation a guess', () => {
    expect(STARTER_PLAN).toContain('EVERY NUMBER HERE IS A MADE-UP EXAMPLE');
    expect(STARTER_PLAN.match(/source: guess, /g)).toHaveLength(2);
  });

  it('contains what is to be selected', () => {
    expect(STARTER_PLAN).toContain(STARTER_SELECTION);
  });
});
