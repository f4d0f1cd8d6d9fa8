/**
 * Mean and variability of lengths from what people know of them. Lengths of prompts and answers are nearly lognormal:
 * ln(length) is normal with standard deviation s, so mean = p50 exp(s^2 / 2) and cv^2 = exp(s^2) - 1. Source: E. Limpert,
 * W. Stahel and M. Abbt, "Log-normal distributions across the sciences", BioScience 51(5), 2001.
 */

/** Standard deviations from the median to p95 of a normal distribution. */
const TO_P95 = 1.6448536;

/** What a plan states of a length, in tokens; cv has no unit. */
export interface StatedLength {
  readonly mean?: number | undefined;
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
  readonly cv?: number | undefined;
}

/** Mean length. Without a stated one it needs p50 with p95 or cv; undefined otherwise. */
export function meanLength({ mean, p50, p95, cv }: StatedLength): number | undefined {
  if (mean !== undefined || p50 === undefined) return mean;
  if (p95 !== undefined) return p50 * Math.exp(deviation(p50, p95) ** 2 / 2);
  return cv === undefined ? undefined : p50 * Math.sqrt(1 + cv * cv);
}

/** Coefficient of variation; undefined if fewer than two of the others are stated, or they leave it open. */
export function lengthCv({ mean, p50, p95, cv }: StatedLength): number | undefined {
  if (cv !== undefined) return cv;
  if (p50 !== undefined && p95 !== undefined) return cvOf(deviation(p50, p95));
  if (mean !== undefined && p95 !== undefined) {
    // ln(p95 / mean) = TO_P95 s - s^2 / 2, of which the lesser solution is the usual one; it has none beyond s = TO_P95
    const root = TO_P95 ** 2 - 2 * Math.log(p95 / mean);
    return cvOf(TO_P95 - Math.sqrt(Math.max(0, root)));
  }
  if (mean !== undefined && p50 !== undefined && mean >= p50) {
    return Math.sqrt((mean / p50) ** 2 - 1);
  }
  return undefined;
}

function deviation(p50: number, p95: number): number {
  return Math.log(p95 / p50) / TO_P95;
}

function cvOf(s: number): number {
  return Math.sqrt(Math.exp(s * s) - 1);
}
