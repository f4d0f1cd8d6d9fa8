import { describe, expect, test } from 'vitest';
import {
  meanOfHistogram,
  quantileOf,
  variationOf,
  type Histogram,
} from '../../../src/production/histogram';
import { drawAroundOne } from '../../support/randomNumbers';
import { seededRandom } from '../../support/mutatePlan';

function histogramOf(values: readonly number[], bounds: readonly number[]): Histogram {
  return {
    sum: values.reduce((sum, value) => sum + value, 0),
    count: values.length,
    buckets: [...bounds, Infinity].map((upTo) => ({
      upTo,
      count: values.filter((value) => value <= upTo).length,
    })),
  };
}

const BOUNDS = [0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60];

describe('a histogram', () => {
  test('has the mean of its sum', () => {
    expect(meanOfHistogram(histogramOf([1, 2, 6], BOUNDS))).toBe(3);
    expect(meanOfHistogram(histogramOf([], BOUNDS))).toBeUndefined();
    expect(meanOfHistogram({ sum: NaN, count: 1, buckets: [] })).toBeUndefined();
  });

  // values of histogram_quantile in Prometheus 2.42 for such buckets
  test('has the percentiles that Prometheus interpolates', () => {
    const buckets = [
      { upTo: 1, count: 10 },
      { upTo: 2, count: 30 },
      { upTo: 4, count: 90 },
      { upTo: 8, count: 98 },
      { upTo: Infinity, count: 100 },
    ];
    const histogram = { sum: 300, count: 100, buckets };
    const values = [0.05, 0.5, 0.9, 0.95, 0.99].map((share) => quantileOf(histogram, share)?.value);
    expect(values).toEqual([0.5, 2 + (2 * 20) / 60, 4, 4 + (4 * 5) / 8, 8]);
    expect(quantileOf(histogram, 0.99)).toEqual({ value: 8, low: 8, high: Infinity });
    expect(quantileOf(histogram, 0.5)).toMatchObject({ low: 2, high: 4 });
  });

  test('has no percentile without values', () => {
    expect(quantileOf({ sum: 0, count: 0, buckets: [] }, 0.5)).toBeUndefined();
    expect(quantileOf(histogramOf([], BOUNDS), 0.5)).toBeUndefined();
  });

  test.each([0.4, 0.8, 1, 1.3])('shows a variation of %d by its buckets', (cv) => {
    const random = seededRandom(3);
    const values = Array.from({ length: 20_000 }, () => 6 * drawAroundOne(random, cv));
    const bounds = [0.1, 0.2, ...BOUNDS, 80, 120, 240];
    expect(Math.abs((variationOf(histogramOf(values, bounds)) ?? 0) / cv - 1)).toBeLessThan(0.12);
  });

  test('shows no variation where its bounds would decide it, or its longest values are unknown', () => {
    expect(variationOf(histogramOf([3, 3, 3], BOUNDS))).toBeUndefined();
    expect(variationOf(histogramOf([1, 3, 6, 100], BOUNDS))).toBeUndefined();
    expect(variationOf(histogramOf([], BOUNDS))).toBeUndefined();
  });
});
