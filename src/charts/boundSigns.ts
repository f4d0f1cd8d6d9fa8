/** Bounds where there is room for a sign only. */
import type { Bound } from '../engine/plan';

export const BOUND_SIGNS: Readonly<Record<Bound, string>> = {
  exact: '',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  undecided: '~',
};
