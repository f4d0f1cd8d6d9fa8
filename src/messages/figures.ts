/** Figures in words. */
import type { Bound } from '../engine/plan/plan';
import type { Figure } from '../engine/figure/figure';
import { DIGITS, formatUnit, formatValue } from './numbers';

/** Before a number where there is no room for words. */
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

/** `2.7 s`, `below 1 s`, `at most 27 nodes`, `about $30.00/h`. */
export function formatFigure(figure: Figure): string {
  return formatFigureTo(DIGITS, figure);
}

/** With more digits than there is room for elsewhere, where they decide. */
export function formatFigureTo(digits: number, figure: Figure): string {
  return formatFigureValue(figure, digits) + formatUnit(figure.value, figure.unit);
}

/** Where the head of a column says what is counted, or per what: `500`, `at most 27`, `$21,900.00`. */
export function formatFigureValue(figure: Figure, digits = DIGITS): string {
  return inexactly(figure) + formatValue(figure.value, figure.unit, digits);
}

/** `below`, `at most about`; nothing where the number is exact. */
export function describeBound(figure: Figure): string {
  return inexactly(figure).trimEnd();
}

function inexactly({ bound, provenance }: Figure): string {
  return BOUND_WORDS[bound] + (provenance.caveats.includes('approximate') ? 'about ' : '');
}
