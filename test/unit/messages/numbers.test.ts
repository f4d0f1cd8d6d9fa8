import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatMoney,
  formatMoneyExactly,
  formatNumber,
  formatQuantity,
  formatSeconds,
  formatSoldMemory,
} from '../../../src/messages/numbers';

describe('numbers', () => {
  test.each([
    [0, '0'],
    [1, '1'],
    [18.5185, '18.5'],
    [999.6, '1,000'],
    [1000, '1,000'],
    [1234567.8, '1,234,568'],
    [0.0123456, '0.0123'],
    [0.00001234, '1.23e-5'],
    [1e9, '1,000,000,000'],
    [-2.5, '-2.5'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('show at most three significant digits, and are off by no more', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        const shown = Number(formatNumber(value).replaceAll(',', ''));
        expect(Math.abs(shown - value) / value).toBeLessThan(0.00501);
      }),
    );
  });
});

describe('seconds', () => {
  test.each([
    [0, '0 s'],
    [0.0000005, '0.5 µs'],
    [0.25, '250 ms'],
    [0.9996, '1 s'],
    [1.1667, '1.17 s'],
    [90, '90 s'],
    [600, '10 min'],
    [7200, '2 h'],
  ])('%d s is %s', (value, text) => {
    expect(formatSeconds(value)).toBe(text);
  });
});

describe('memory', () => {
  test.each([
    [64.4 * 2 ** 30, '64.4 GiB'],
    [8 * 79.2 * 2 ** 30, '634 GiB'],
    [2 ** 30, '1 GiB'],
    [131_072, '128 KiB'],
    [457 * 2 ** 20, '457 MiB'],
    [12, '12 bytes'],
  ])('%d bytes in memory are %s', (value, text) => {
    expect(formatQuantity(value, 'bytes')).toBe(text);
  });

  test.each([
    [8.03e9, 'bytes/token', '8.03 GB'],
    [3.35e12, 'bytes/s', '3.35 TB/s'],
  ] as const)('%d %s are %s, as bandwidths are sold', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });

  test.each([
    [80e9, '80 GB'],
    [640e9, '640 GB'],
    [24 * 2 ** 30, '24 GiB'],
    [0, '0 GB'],
  ])('%d bytes are sold as %s', (value, text) => {
    expect(formatSoldMemory(value)).toBe(text);
  });
});

describe('money', () => {
  test.each([
    [187.5, 'USD', '$188', '$187.50'],
    [1.5, 'USD', '$1.50', '$1.50'],
    [73.5, 'USD', '$73.50', '$73.50'],
    [1500, 'USD', '$1,500', '$1,500'],
    [9996, 'USD', '$10k', '$9,996'],
    [136_875, 'USD', '$137k', '$136,875'],
    [999_600, 'USD', '$1M', '$999,600'],
    [1_234_567, 'EUR', '€1.23M', '€1,234,567'],
    [0.00833, 'USD', '$0.00833', '$0.00833'],
    [30, 'CHF', 'CHF 30', 'CHF 30'],
    [0, 'USD', '$0', '$0'],
  ])('%d %s is %s, exactly %s', (amount, currency, read, exact) => {
    expect(formatMoney(amount, currency)).toBe(read);
    expect(formatMoneyExactly(amount, currency)).toBe(exact);
  });

  test('has at most three significant digits, and is off by no more', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (amount) => {
        const [, digits = '', suffix = ''] =
          /^\$([\d.,]+)(k|M|bn)?$/.exec(formatMoney(amount, 'USD')) ?? [];
        const size = { '': 1, k: 1e3, M: 1e6, bn: 1e9 }[suffix] ?? NaN;
        const shown = Number(digits.replaceAll(',', '')) * size;
        expect(Math.abs(shown - amount) / amount).toBeLessThan(0.00501);
        expect(Number(shown.toPrecision(3)) / shown).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('quantities name their unit', () => {
  test.each([
    [125, 'nodes', '125 nodes'],
    [1, 'nodes', '1 node'],
    [0.625, 'share', '62.5%'],
    [370.37, 'requests/s', '370/s'],
    [8, 'slots/server', '8 slots'],
    [5, 'requests/server', '5 in flight'],
  ] as const)('%d %s', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });

  test('money says for how long', () => {
    expect(formatQuantity(187.5, { currency: 'USD', per: 'hour' })).toBe('$188/h');
    expect(formatQuantity(0.5, { currency: 'USD', per: '1000-requests' })).toBe(
      '$0.50 per 1,000 requests',
    );
  });
});
