/**
 * Finds where a run has settled, by the rule MSER (White 1997, "An effective truncation heuristic for bias reduction in
 * simulation output"): of all beginnings to drop, the one after which the mean is known best. At most half of a run is
 * dropped.
 */

/** @returns Number of values to drop from the beginning. */
export function settlingLength(values: readonly number[], atLeast: number): number {
  let best = Math.min(atLeast, values.length);
  let least = Infinity;
  const most = Math.floor(values.length / 2);
  const errors = squaredErrors(values);
  for (let dropped = best; dropped <= most; dropped++) {
    const error = errors[dropped] ?? Infinity;
    if (error < least) [best, least] = [dropped, error];
  }
  return best;
}

/** Squared standard error of the mean of what is left after each number of dropped values, in one pass (Welford 1962). */
function squaredErrors(values: readonly number[]): readonly number[] {
  const errors = new Array<number>(values.length);
  let mean = 0;
  let squares = 0;
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at] ?? 0;
    const count = values.length - at;
    const before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
    errors[at] = squares / count ** 2;
  }
  return errors;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
