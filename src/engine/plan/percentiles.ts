import type { Percentile } from './plan';

/** Share of the requests that stay within each percentile: 0.95 for `p95`. */
export const PERCENTILE_SHARES: Readonly<Record<Percentile, number>> = {
  p50: 0.5,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};
