/** Limits of sensible values, with words for them. */
export interface Limits {
  readonly above?: number;
  readonly atLeast?: number;
  /** True if 0 is accepted below `atLeast`. */
  readonly orZero?: true;
  readonly below?: number;
  readonly atMost?: number;
  readonly whole?: true;
  /** Words for people: "above 0, at most 1 day". */
  readonly words: string;
}

export function isWithin(value: number, limits: Limits): boolean {
  if (limits.orZero && value === 0) return true;
  return (
    (limits.above === undefined || value > limits.above) &&
    (limits.atLeast === undefined || value >= limits.atLeast) &&
    (limits.below === undefined || value < limits.below) &&
    (limits.atMost === undefined || value <= limits.atMost) &&
    (limits.whole === undefined || Number.isInteger(value))
  );
}
