import { expect, test } from 'vitest';
import { cellOf, figureCell, numberCell } from '../../../src/charts/numberCell';
import { NOTHING } from '../../../src/charts/scenarioColumns';
import { constantFigure } from '../../../src/engine/figure/figures';
import type { Unit } from '../../../src/engine/figure/figure';

test.each<[Unit, string | undefined]>([
  ['s', 's'],
  ['requests/s', 'requests/s'],
  ['node-hours', 'node-hours'],
  ['slots/server', 'slots'],
  ['requests/server', 'in flight'],
  ['nodes', undefined],
])('a figure in %s has the unit %s', (unit, name) => {
  expect(cellOf(constantFigure(2, unit), 'text')).toEqual({
    text: 'text',
    sort: 2,
    ...(name !== undefined && { unit: name }),
  });
});

test('money has its currency and its period', () => {
  const cell = cellOf(constantFigure(3, { currency: 'EUR', per: 'month' }), '€3/month');
  expect(cell.unit).toBe('EUR/month');
});

test('a bound is told from the value', () => {
  const figure = { ...constantFigure(2, 's'), bound: '<' as const };
  expect(figureCell(figure).bound).toBe('below');
});

test('no figure, and a number that is not finite, cannot be sorted', () => {
  expect(figureCell(undefined)).toEqual({ text: NOTHING });
  expect(numberCell('never', Infinity)).toEqual({ text: 'never' });
  expect(numberCell('none', undefined)).toEqual({ text: 'none' });
  expect(cellOf(constantFigure(Infinity, 's'), 'never')).toEqual({ text: 'never' });
});
