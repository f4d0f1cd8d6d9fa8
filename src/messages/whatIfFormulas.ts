/** Formulas of changed values and of the saving of a measurement. `formulas.ts` explains the placeholders. */
import type { FormulaCode, FormulaInputs, Figure } from '../engine/figure/figure';
import { nearlyEqual } from '../engine/util/rounding';
import type { Template } from './formulaTemplate';

type WhatIfCode = Extract<FormulaCode, `change.${string}` | `atStake.${string}`>;

export const WHAT_IF_TEMPLATES: Readonly<Record<WhatIfCode, Template>> = {
  'change.scaled': (i, result) => `{before} × {factor}${rounded(i, result)} = {=}`,
  'change.added': (i, result) =>
    result.value < (i.before?.value ?? 0) ? '{before} − {by} = {=}' : '{before} + {by} = {=}',
  'atStake.perMonth': () => '{alternative} − {option} = {=}',
};

/** Rounds users to whole numbers. */
function rounded({ before, factor }: FormulaInputs, { value }: Figure): string {
  const exact = (before?.value ?? 0) * (factor?.value ?? 1);
  if (nearlyEqual(exact, value)) return '';
  return value > exact ? ', rounded up' : ', rounded down';
}
