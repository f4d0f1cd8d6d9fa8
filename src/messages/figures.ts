/** Writes figures as words. */
import { t } from '@vscode/l10n';
import type { Bound } from '../engine/plan/plan';
import type { Figure } from '../engine/figure/figure';
import { DIGITS, formatQuantity, formatValue } from './numbers';

/** Signs before a number if there is no room for words. */
export const BOUND_SIGNS: Readonly<Record<Bound, string>> = {
  exact: '',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  undecided: '~',
};

const BOUND_WORDS: Readonly<Record<Bound, (number: string) => string>> = {
  exact: (number) => number,
  '<': (number) => t`below ${number}`,
  '<=': (number) => t`at most ${number}`,
  '>': (number) => t`above ${number}`,
  '>=': (number) => t`at least ${number}`,
  undecided: (number) => t`around ${number}`,
};

/** Returns `2.7 s`, `below 1 s`, `at most 27 nodes`, `about $30.00/h`. */
export function formatFigure(figure: Figure): string {
  return formatFigureTo(DIGITS, figure);
}

/** Formats with a chosen number of digits, for texts that need more than the default. */
export function formatFigureTo(digits: number, figure: Figure): string {
  return bounded(figure, formatQuantity(figure.value, figure.unit, digits));
}

/** Formats without the unit if the head of a column has it: `500`, `at most 27`, `$21,900.00`. */
export function formatFigureValue(figure: Figure, digits = DIGITS): string {
  return bounded(figure, formatValue(figure.value, figure.unit, digits));
}

/** Returns `below` or `at most about`, or nothing if the number is exact. */
export function describeBound(figure: Figure): string {
  return bounded(figure, '').trim();
}

function bounded({ bound, provenance }: Figure, number: string): string {
  const isAbout = provenance.caveats.includes('approximate');
  return BOUND_WORDS[bound](isAbout ? t`about ${number}` : number);
}
