/** Histograms with buckets: means, percentiles and variation, as far as the width of a bucket lets them be known. */

export interface Histogram {
  readonly sum: number;
  readonly count: number;
  /** Upper bounds, ascending, the last one infinite, with the number of values at or below each. */
  readonly buckets: readonly Bucket[];
}

export interface Bucket {
  readonly upTo: number;
  readonly count: number;
}

/** @returns undefined without a single value. */
export function meanOfHistogram({ sum, count }: Histogram): number | undefined {
  return count > 0 && Number.isFinite(sum) ? sum / count : undefined;
}

export interface Quantile {
  /** Interpolated within the bucket, as `histogram_quantile` of Prometheus does. */
  readonly value: number;
  /** Bounds of the bucket, between which it truly lies. */
  readonly low: number;
  readonly high: number;
}

/** @returns undefined for an empty histogram. In the last bucket `value` and `low` are its lower bound. */
export function quantileOf({ buckets }: Histogram, share: number): Quantile | undefined {
  const total = buckets.at(-1)?.count ?? 0;
  if (!(total > 0)) return undefined;
  const rank = share * total;
  let low = 0;
  let below = 0;
  for (const { upTo, count } of buckets) {
    if (count >= rank && count > below) {
      if (upTo === Infinity) return { value: low, low, high: Infinity };
      return { value: low + (upTo - low) * ((rank - below) / (count - below)), low, high: upTo };
    }
    [low, below] = [upTo, Math.max(below, count)];
  }
  return undefined;
}

/** Buckets with values in them that the variation needs: in one or two it would be that of the bounds. */
const ENOUGH_BUCKETS = 3;

/** Share of the values above the last bound, from which the variation is unknown. */
const FEW_ABOVE = 0.01;

/**
 * Estimates the coefficient of variation, as if values were spread evenly within each bucket. The mean is estimated the
 * same way, so that errors of the two cancel.
 * @returns undefined if too few buckets have values, or the longest values are above the last bound.
 */
export function variationOf({ buckets }: Histogram): number | undefined {
  const total = buckets.at(-1)?.count ?? 0;
  let [low, below, mean, square, filled] = [0, 0, 0, 0, 0];
  for (const { upTo, count } of buckets) {
    const share = (count - below) / total;
    if (upTo === Infinity && share > FEW_ABOVE) return undefined;
    if (share > 0 && upTo < Infinity) {
      filled++;
      mean += share * ((low + upTo) / 2);
      square += share * ((low * low + low * upTo + upTo * upTo) / 3);
    }
    [low, below] = [upTo, Math.max(below, count)];
  }
  if (filled < ENOUGH_BUCKETS || !(mean > 0)) return undefined;
  return Math.sqrt(Math.max(0, square / (mean * mean) - 1));
}
