/** Spread of the times of a run, of which a mean and a percentile are known: gamma. */
import { gammaCdf } from './gamma';

/**
 * Multiple of the mean that `share` of the requests stay within, 0 < share < 1. With cv 1, 95 % stay within 3 times the
 * mean.
 */
export function timesTheMean(cv: number, share: number): number {
  if (cv < SMALLEST_CV) return 1;
  const shape = 1 / (cv * cv);
  const ofShape = gammaCdf(shape);
  const cdf = (times: number): number => ofShape(shape * times);
  let [low, high] = [0, 1];
  while (cdf(high) < share) high *= 2;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (cdf(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

const SMALLEST_CV = 1e-3;

/** Lowest percentile that shows the spread. One nearer to the median says little of it. */
export const LEAST_TELLING_SHARE = 0.8;

/** Largest coefficient of variation. Beyond it a percentile no longer rises with the spread. */
const LARGEST_CV = 1.5;

/**
 * Coefficient of variation with which `share` of the requests stay within `times` the mean. With 95 % within 3 times
 * the mean it is 1.
 * @returns undefined if none fits: at or below the mean, or above the multiple of a cv of 1.5.
 */
export function cvOfSpread(times: number, share: number): number | undefined {
  if (share < LEAST_TELLING_SHARE || times <= 1 || times > timesTheMean(LARGEST_CV, share))
    return undefined;
  let [low, high] = [0, LARGEST_CV];
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (timesTheMean(middle, share) < times) low = middle;
    else high = middle;
  }
  return high;
}
