/** Builds cells about a number: a text for people, and the number for sorting and computing. */
import { t } from '@vscode/l10n';
import { describeBound, formatFigure } from '../messages/figures';
import { moneyPer } from '../messages/numbers';
import type { Figure, Unit } from '../engine/figure/figure';
import { NOTHING } from './scenarioColumns';
import type { TableCell } from './table';

export function figureCell(figure: Figure | undefined): TableCell {
  return figure ? cellOf(figure, formatFigure(figure)) : { text: NOTHING };
}

/** @param text Text for people: the figure, rounded as suits the table. */
export function cellOf(figure: Figure, text: string): TableCell {
  const cell = numberCell(text, figure.value);
  if (cell.sort === undefined) return cell;
  const unit = unitName(figure.unit);
  const bound = describeBound(figure);
  return { ...cell, ...(unit !== undefined && { unit }), ...(bound !== '' && { bound }) };
}

/** Builds a cell. A number that is not finite cannot be sorted and is left out. */
export function numberCell(text: string, value: number | undefined): TableCell {
  return value !== undefined && Number.isFinite(value) ? { text, sort: value } : { text };
}

/** Undefined for counts: the head of their column says what is counted. */
function unitName(unit: Unit): string | undefined {
  if (typeof unit === 'object') return moneyPer(unit.currency, unit.per);
  switch (unit) {
    case 's':
    case 'requests/s':
      return unit;
    case 'node-hours':
      return t`node-hours`;
    case 'slots/server':
      return t`slots`;
    case 'requests/server':
      return t`in flight`;
    default:
      return undefined;
  }
}
