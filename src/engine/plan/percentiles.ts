import { PERCENTILES, type Percentile } from './plan';

/** Share of the requests that stay within each percentile: 0.95 for `p95`. */
export const PERCENTILE_SHARES: Readonly<Record<Percentile, number>> = {
  p50: 0.5,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

/** Percentiles above the median, the highest first. */
export const TAILS: readonly Percentile[] = PERCENTILES.filter(isTail).reverse();

export function isTail(percentile: Percentile): boolean {
  return PERCENTILE_SHARES[percentile] > 0.5;
}

/** Tells if at most 1 of 100 requests takes longer. A mean above such a percentile is not credible. */
export function isFarTail(percentile: Percentile): boolean {
  return PERCENTILE_SHARES[percentile] >= 0.99;
}

export function isMedian(percentile: Percentile): boolean {
  return PERCENTILE_SHARES[percentile] === 0.5;
}

/** Returns the number of a percentile as tools write it: `99` for `p99`. */
export function numberOf(percentile: Percentile): string {
  return percentile.slice(1);
}

/** Builds a record with one value for each percentile. */
export function recordByPercentile<T>(
  valueOf: (percentile: Percentile) => T,
): Readonly<Record<Percentile, T>> {
  return recordOf(PERCENTILES, valueOf);
}

/** Builds a record with one value for each key. */
export function recordOf<K extends string, T>(
  keys: readonly K[],
  valueOf: (key: K) => T,
): Readonly<Record<K, T>> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)] as const)) as Record<K, T>;
}
