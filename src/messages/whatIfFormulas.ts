/** Formulas of changed values and of what a measurement may save: see `formulas.ts` for the placeholders. */
import type { Figure, InputsOf } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';
import { nearlyEqual } from '../engine/util/rounding';
import { t, type Templates } from './formulaTemplate';

type WhatIfCode = Extract<FormulaCode, `change.${string}` | `atStake.${string}`>;

export const WHAT_IF_TEMPLATES = {
  'change.scaled': (i, result) => `{before} × {factor}${resultOf(i, result)}`,
  'change.added': (i, result) =>
    result.value < i.before.value ? '{before} − {by} = {=}' : '{before} + {by} = {=}',
  'atStake.perMonth': () => '{alternative} − {option} = {=}',
} satisfies Templates<WhatIfCode>;

/** Users are whole. */
function resultOf({ before, factor }: InputsOf<'change.scaled'>, { value }: Figure) {
  const exact = before.value * factor.value;
  if (nearlyEqual(exact, value)) return ' = {=}';
  return value > exact ? t(', rounded up = {=}') : t(', rounded down = {=}');
}
