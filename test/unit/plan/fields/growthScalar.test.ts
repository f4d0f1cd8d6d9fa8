import { describe, expect, it } from 'vitest';
import { growth } from '../../../../src/plan/fields/growthScalar';
import { horizon } from '../../../../src/plan/fields/horizonScalar';

describe('growth', () => {
  it.each([
    ['8%/month', 0.08, 'month'],
    ['8 % per month', 0.08, 'month'],
    ['8% a mo', 0.08, 'month'],
    ['2%/week', 0.02, 'week'],
    ['100%/year', 1, 'year'],
    ['100 percent per annum', 1, 'year'],
    ['-1.5%/month', -0.015, 'month'],
    ['~5%/month', 0.05, 'month'],
    ['0%/month', 0, 'month'],
  ])('%s', (text, value, per) => {
    expect(growth().parse(text, 'growth')).toMatchObject({ value: { value, per } });
  });

  it.each([
    ['8%', 'plan.unit', { problem: 'missing', example: '8%/month' }],
    ['8', 'plan.unit', { problem: 'missing', example: '8%/month' }],
    ['8%/m', 'plan.unit', { problem: 'unknown' }],
    ['8/month', 'plan.unit', { problem: 'unknown' }],
    ['$8/month', 'plan.unit', { problem: 'unknown' }],
    ['<8%/month', 'plan.value', { suggestion: '8%/month' }],
    ['1,5%/month', 'plan.value', { suggestion: '1.5%/month' }],
    ['-100%/month', 'plan.out-of-range', {}],
    ['1001%/month', 'plan.out-of-range', {}],
  ])('%s: %s', (text, code, args) => {
    expect(growth().parse(text, 'growth')).toMatchObject({ issue: { code, args } });
  });
});

describe('horizons', () => {
  it.each([
    ['12 months', 12],
    ['1 month', 1],
    ['18mo', 18],
    ['2 years', 24],
    ['1.5y', 18],
    ['10 years', 120],
  ])('%s', (text, months) => {
    expect(horizon().parse(text, 'horizon')).toMatchObject({ value: { value: months } });
  });

  it.each([
    ['12', 'plan.unit', { problem: 'missing', example: '12 months' }],
    ['12m', 'plan.unit', { problem: 'unknown' }],
    ['52 weeks', 'plan.unit', { problem: 'unknown' }],
    ['~2 years', 'plan.value', { suggestion: '2 years' }],
    ['0 months', 'plan.out-of-range', {}],
    ['0.7 years', 'plan.out-of-range', {}],
    ['11 years', 'plan.out-of-range', {}],
  ])('%s: %s', (text, code, args) => {
    expect(horizon().parse(text, 'horizon')).toMatchObject({ issue: { code, args } });
  });
});
