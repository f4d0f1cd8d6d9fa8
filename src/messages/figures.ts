/** Writes figures as words. */
import type { Bound } from '../engine/plan/plan';
import type { Figure } from '../engine/figure/figure';
import { DIGITS, formatUnit, formatValue } from './numbers';

/** Signs before a number if there is no room for words. */
export const BOUND_SIGNS: Readonly<Record<Bound, string>> = {
  exact: '',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  undecided: '~',
};

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exact: '',
  '<': 'below ',
  '<=': 'at most ',
  '>': 'above ',
  '>=': 'at least ',
  undecided: 'around ',
};

/** Returns `2.7 s`, `below 1 s`, `at most 27 nodes`, `about $30.00/h`. */
export function formatFigure(figure: Figure): string {
  return formatFigureTo(DIGITS, figure);
}

/** Formats with a chosen number of digits, for texts that need more than the default. */
export function formatFigureTo(digits: number, figure: Figure): string {
  return formatFigureValue(figure, digits) + formatUnit(figure.value, figure.unit);
}

/** Formats without the unit if the head of a column has it: `500`, `at most 27`, `$21,900.00`. */
export function formatFigureValue(figure: Figure, digits = DIGITS): string {
  return inexactly(figure) + formatValue(figure.value, figure.unit, digits);
}

/** Returns `below` or `at most about`, or nothing if the number is exact. */
export function describeBound(figure: Figure): string {
  return inexactly(figure).trimEnd();
}

function inexactly({ bound, provenance }: Figure): string {
  return BOUND_WORDS[bound] + (provenance.caveats.includes('approximate') ? 'about ' : '');
}
