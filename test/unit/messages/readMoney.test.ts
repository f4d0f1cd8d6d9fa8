/** Money for reading has three significant digits, and stays on its side of a budget. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundedMoney } from '../../../src/messages/readMoney';
import { reportOf } from '../report/reportOf';

describe('an amount', () => {
  test.each([
    [136_875, '$137k'],
    [547_500, '$548k'],
    [1_642_500, '$1.64M'],
    [999_600, '$1M'],
    [187.5, '$188'],
    [1.5, '$1.50'],
    [34.5, '$34.50'],
    [30, '$30'],
    [0.136, '$0.136'],
    [0.5, '$0.50'],
    [0.00833, '$0.00833'],
    [0, '$0'],
  ])('%d reads %s', (amount, text) => {
    expect(roundedMoney(amount, 'USD')).toBe(text);
  });

  test('is within half a percent of what it says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e12, noNaN: true }), (amount) => {
        const [, digits = '', size = ''] =
          /^\$([\d.]+)([kMBT]?)$/.exec(roundedMoney(amount, 'USD')) ?? [];
        const read = Number(digits) * { '': 1, k: 1e3, M: 1e6, B: 1e9, T: 1e12 }[size as ''];
        expect(Math.abs(read - amount) / amount).toBeLessThanOrEqual(0.0051);
        expect(digits.replace(/^0\.0*|\./g, '').replace(/0+$/, '').length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('has a currency without a sign before it', () => {
    expect(roundedMoney(1234, 'CHF')).toBe('CHF 1.23k');
  });
});

test('a cost just below its budget keeps the digits that show it', () => {
  const plan = `version: 1
workload: { users: 8, thinkTime: 0s }
targets: { t: { budget: <10 USD/h } }
nodes: { n: { price: 9.999 USD/h } }
engines:
  e: { node: n, observations: [{ source: measured, parallel: 8, users: 8, latency: 1s }] }
scenarios: { A: { engine: e, parallel: 8, target: t } }
`;
  expect(reportOf(plan)).toContain('$9.999/h');
});
