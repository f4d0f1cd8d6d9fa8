import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cvOfSpread, timesTheMean } from '../../../../src/engine/queueing/spread';

describe('the spread of work', () => {
  test.each([
    // exponential: -ln(1 - share)
    [1, 0.9, 2.3026],
    [1, 0.99, 4.6052],
    // a quarter of chi-square with 8 degrees of freedom: 15.507 / 8
    [0.5, 0.95, 1.9384],
    [0, 0.99, 1],
  ])('of cv %d has %d of the requests within %d times the mean', (cv, share, times) => {
    expect(timesTheMean(cv, share)).toBeCloseTo(times, 2);
  });

  test('is found again from one percentile', () => {
    const spread = fc.record({
      cv: fc.double({ min: 0.02, max: 1.4, noNaN: true }),
      share: fc.constantFrom(0.9, 0.95, 0.99),
    });
    fc.assert(
      fc.property(spread, ({ cv, share }) => {
        const found = cvOfSpread(timesTheMean(cv, share), share) ?? Number.NaN;
        expect(timesTheMean(found, 0.99) / timesTheMean(cv, 0.99)).toBeCloseTo(1, 2);
      }),
      { numRuns: 50 },
    );
  });

  test('is not told by a median, by less than the mean, or by more than work explains', () => {
    expect(cvOfSpread(0.95, 0.5)).toBeUndefined();
    expect(cvOfSpread(0.9, 0.95)).toBeUndefined();
    expect(cvOfSpread(20, 0.95)).toBeUndefined();
  });
});
