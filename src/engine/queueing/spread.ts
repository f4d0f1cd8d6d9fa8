/** How far apart times are of requests whose work alone differs: gamma with a coefficient of variation. */
import { serviceTime } from './serviceTime';

/** How many times the mean `share` of the requests stay within, 0 < share < 1. */
export function timesTheMean(cv: number, share: number): number {
  const { cdf } = serviceTime(cv);
  let [low, high] = [0, 1];
  while (cdf(high) < share) high *= 2;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (cdf(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

/** A percentile nearer to the median says little of the spread. */
export const LEAST_TELLING_SHARE = 0.8;

/** Beyond it a percentile no longer rises with the spread. */
const LARGEST_CV = 1.5;

/**
 * The coefficient of variation with which `share` of the requests stay within `times` the mean.
 * @returns undefined where none does: at or below the mean, or beyond what a cv of 1.5 explains.
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
