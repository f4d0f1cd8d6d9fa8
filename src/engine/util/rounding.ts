/**
 * Comparisons and ceilings that forgive the rounding of floating-point arithmetic, and nothing more:
 * 1000 / (8 x 0.7) must not need a node more because of its last bit.
 */

/** Relative rounding error that is forgiven. */
export const TOLERANCE = 1e-9;

/** Smallest whole number that is not below `value`, where a fraction of `TOLERANCE` does not count. */
export function ceilForgiving(value: number): number {
  return Math.ceil(value - TOLERANCE * Math.max(1, Math.abs(value)));
}

/** Whether `a` is less than or equal to `b`, rounding forgiven. */
export function atMost(a: number, b: number): boolean {
  if (a <= b) return true;
  // of what has no end nothing is forgiven
  return a < Infinity && a <= b + TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether `a` is certainly less than `b`: equal but for rounding is not less. */
export function clearlyLess(a: number, b: number): boolean {
  return !atMost(b, a);
}

/** Whether the two are equal but for rounding. */
export function nearlyEqual(a: number, b: number): boolean {
  return atMost(a, b) && atMost(b, a);
}
