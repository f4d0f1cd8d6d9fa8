import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import type { WhatIfField } from '../../../../src/panel/whatIf/field';
import { whatIfFields } from '../../../../src/panel/whatIf/fields';
import { tryChanges } from '../../../../src/panel/whatIf/tryChanges';
import { applyEdits } from '../../../../src/plan/edit/editPlan';
import { leavesOf } from '../../../../src/plan/edit/leaves';
import { RICH_PLANS } from '../../../support/fuzzPlan';

const PLANS = [
  ...readdirSync('examples')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`examples/${name}`, 'utf8')),
  ...RICH_PLANS,
];

/** What a slider gives: multiples of the step, or an end. */
function valueOn({ min, max, step }: WhatIfField, share: number): number {
  const value = Math.round((min + share * (max - min)) / step) * step;
  return Math.min(max, Math.max(min, value));
}

describe('every control of every plan', () => {
  it.each(PLANS.map((text, index) => [index, text] as const))(
    'plan %d',
    (_, text) => {
      const analysis = analyzePlan(text);
      const fields = whatIfFields(analysis);
      const before = analysis.document.tree && leavesOf(analysis.document.tree);
      expect(fields.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(
          fc.constantFrom(...fields),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (field, share) => {
            const value = valueOn(field, share);
            const { edits, outcome } = tryChanges(analysis, [{ path: field.path, value }]);
            expect(outcome.problem).toBeUndefined();
            const applied = analyzePlan(applyEdits(text, edits));
            const now = whatIfFields(applied).find(({ path }) => path === field.path);
            expect(now?.value).toBeCloseTo(value, 6);
            expect(now?.unit).toBe(field.unit);
            expect(applied.document.problems).toEqual([]);
            const after = new Map(applied.document.tree && leavesOf(applied.document.tree));
            after.delete(field.path);
            expect(after).toEqual(
              new Map([...(before ?? [])].filter(([path]) => path !== field.path)),
            );
          },
        ),
        { numRuns: 8, seed: 20_261_124 },
      );
    },
    60_000,
  );
});
