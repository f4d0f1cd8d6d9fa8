import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces, starterPlan } from '../../../src/language/starterPlan';
import { analyzePlan } from '../../../src/lint/analyzePlan';

const PLAN = starterPlan('My LLM service');

describe('the plan that a new one starts from', () => {
  const { document, assessment, findings } = analyzePlan(PLAN);

  it('has no errors', () => {
    expect(document.problems).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('sizes every scenario', () => {
    expect(assessment?.scenarios.map(({ nodes }) => nodes !== undefined)).toEqual([true, true]);
  });

  it('says that its numbers are made up, and calls every observation a guess', () => {
    expect(PLAN).toContain('EVERY NUMBER HERE IS A MADE-UP EXAMPLE');
    expect(PLAN.match(/source: guess, /g)).toHaveLength(2);
  });

  it('leads through what a person changes first, from the top down', () => {
    const stops = pieces('chat').filter(({ isStop }) => isStop);
    expect(stops.map(({ text }) => text)).toEqual([
      'chat',
      '200',
      '10s',
      '<3s',
      'L4',
      '1.00 USD/h',
      '1.2s',
      '2.4s',
    ]);
  });

  it('has a first line that VS Code proposes for no file: a slash within 40 characters', () => {
    expect(PLAN.split('\n', 1)[0]?.slice(0, 40)).toContain('/');
  });

  it('has the title that was asked for, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (title) => {
        fc.pre(!/[\p{Cc}\p{Cs}\u2028\u2029\ufffd-\uffff]/u.test(title) && title.trim() === title);
        const { document: read } = analyzePlan(starterPlan(title));
        expect(read.problems).toEqual([]);
        expect(read.plan.title).toBe(title);
      }),
    );
  });
});
