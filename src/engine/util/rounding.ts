/**
 * Compares and rounds up numbers with tolerance for floating-point error: 1000 / (8 x 0.7) must not need one more node
 * because of its last bit.
 */

/** Relative rounding error that is forgiven. */
export const TOLERANCE = 1e-9;

/** Smallest whole number not below `value`. Ignores a fraction up to `TOLERANCE`: 3.0000000001 gives 3. */
export function ceilForgiving(value: number): number {
  return Math.ceil(value - TOLERANCE * Math.max(1, Math.abs(value)));
}

/** Tells if `a` is less than or equal to `b`, with rounding forgiven. */
export function atMost(a: number, b: number): boolean {
  if (a <= b) return true;
  // an infinite value is never forgiven
  return a < Infinity && a <= b + TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** Tells if `a` is certainly less than `b`. Values that differ only by rounding are equal. */
export function clearlyLess(a: number, b: number): boolean {
  return !atMost(b, a);
}

/** Tells if the two are equal apart from rounding. */
export function nearlyEqual(a: number, b: number): boolean {
  return atMost(a, b) && atMost(b, a);
}
