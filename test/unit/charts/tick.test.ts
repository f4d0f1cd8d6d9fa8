import { expect, test } from 'vitest';
import { formatTick } from '../../../src/charts/tick';

test.for<[number, string]>([
  [0, '0'],
  [0.001, '0.001'],
  [1500, '1,500'],
  [20_000, '20k'],
  [500_000, '500k'],
  [1_000_000, '1M'],
  [2.5e9, '2.5B'],
  [1e14, '100T'],
  [-20_000, '−20k'],
])('%d stands beside an axis as %s', ([value, text]) => {
  expect(formatTick(value, 'users')).toBe(text);
});

test('dollars carry their sign, other currencies stand on the axis', () => {
  expect(formatTick(20_000, { currency: 'USD', per: 'hour' })).toBe('$20k');
  expect(formatTick(20_000, { currency: 'CHF', per: 'hour' })).toBe('20k');
});
