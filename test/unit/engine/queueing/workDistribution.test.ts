import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workDistribution } from '../../../../src/engine/queueing/workDistribution';

const STEPS = 200_000;

describe('work of a request', () => {
  test.each([0.1, 0.4, 0.577, 0.6, 0.9, 1, 1.3])('has a mean of 1 and the stated cv: %d', (cv) => {
    const { quantile } = workDistribution(cv);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < STEPS; i++) {
      const work = quantile((i + 0.5) / STEPS);
      sum += work;
      squares += work * work;
    }
    expect(sum / STEPS).toBeCloseTo(1, 2);
    expect(Math.sqrt(squares / STEPS - 1)).toBeCloseTo(cv, 1);
  });

  test('is of one length, uniform or exponential where it should be', () => {
    expect(workDistribution(0).quantile(0.99)).toBe(1);
    // 50 to 950 tokens, mean 500
    expect(workDistribution(900 / Math.sqrt(12) / 500).quantile(0.95) * 500).toBeCloseTo(905, 6);
    expect(workDistribution(1).quantile(0.95)).toBeCloseTo(-Math.log(0.05), 9);
    expect(workDistribution(1.000001).quantile(0.95)).toBeCloseTo(-Math.log(0.05), 4);
  });

  test('has a distribution function that its quantile and its integral belong to', () => {
    const cv = fc.double({ min: 0.05, max: 3, noNaN: true });
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(cv, share, (spread, p) => {
        const { cdf, integral, quantile } = workDistribution(spread);
        const x = quantile(p);
        expect(cdf(x)).toBeCloseTo(p, 6);
        const step = 1e-4 * x;
        expect((integral(x + step) - integral(x - step)) / (2 * step)).toBeCloseTo(p, 2);
      }),
    );
  });
});
