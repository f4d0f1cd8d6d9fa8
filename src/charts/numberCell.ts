/** Cells that are about a number: the text for people, the number for those who sort it or compute with it. */
import { describeBound, formatFigure } from '../messages/figures';
import { MONEY_PER } from '../messages/numbers';
import type { Figure, Unit } from '../engine/figure/figure';
import { NOTHING } from './scenarioColumns';
import type { TableCell } from './table';

export function figureCell(figure: Figure | undefined): TableCell {
  return figure ? cellOf(figure, formatFigure(figure)) : { text: NOTHING };
}

/** @param text What a person reads: the figure, rounded as suits the table. */
export function cellOf(figure: Figure, text: string): TableCell {
  const cell = numberCell(text, figure.value);
  if (cell.sort === undefined) return cell;
  const unit = unitName(figure.unit);
  const bound = describeBound(figure);
  return { ...cell, ...(unit !== undefined && { unit }), ...(bound !== '' && { bound }) };
}

/** What is not finite has no place in an order. */
export function numberCell(text: string, value: number | undefined): TableCell {
  return value !== undefined && Number.isFinite(value) ? { text, sort: value } : { text };
}

/** Undefined for counts: the head of their column says what is counted. */
function unitName(unit: Unit): string | undefined {
  if (typeof unit === 'object') return `${unit.currency}${MONEY_PER[unit.per]}`;
  switch (unit) {
    case 's':
    case 'requests/s':
    case 'node-hours':
      return unit;
    case 'slots/server':
      return 'slots';
    case 'requests/server':
      return 'in flight';
    default:
      return undefined;
  }
}
