/**
 * Percentiles of the time to first token: fixed + prompt x work + wait for others + wait for a slot. The two waits are
 * exponential, as waits are whose ends do not depend on how long they have lasted; the second one is only for some.
 */
import { invertCdf } from './invertCdf';
import { workDistribution } from './workDistribution';

export interface FirstTokenParts {
  /** Seconds that every request takes. */
  readonly fixed: number;
  /** Mean seconds of a prompt, and its coefficient of variation. */
  readonly prompt: number;
  readonly promptCv: number;
  /** Mean seconds of waiting for steps and prompts of others. */
  readonly others: number;
  /** Mean seconds of waiting for a slot, of those who have to, and their share. */
  readonly slotWait: number;
  readonly slotShare: number;
}

/** Seconds within which the share `p` of the requests has its first token, 0 < p < 1. */
export function firstTokenPercentile(parts: FirstTokenParts, p: number): number {
  const { fixed, prompt, promptCv, others, slotWait, slotShare } = parts;
  const { quantile } = workDistribution(promptCv);
  const prompts = Array.from({ length: PROMPTS }, (_, i) => prompt * quantile((i + 0.5) / PROMPTS));
  const within = (seconds: number): number =>
    (1 - slotShare) * withinOne(others, seconds) +
    (slotShare > 0 ? slotShare * withinBoth(others, slotWait, seconds) : 0);
  const cdf = (seconds: number): number =>
    prompts.reduce((sum, own) => sum + within(seconds - own), 0) / PROMPTS;
  const mean = prompt + others + slotShare * slotWait;
  return mean > 0 ? fixed + invertCdf(cdf, p, mean) : fixed;
}

/** Prompts of equal probability that stand for all. */
const PROMPTS = 64;

/** P(X <= seconds) of an exponential time. */
function withinOne(mean: number, seconds: number): number {
  if (seconds < 0) return 0;
  return mean > 0 ? -Math.expm1(-seconds / mean) : 1;
}

/** P(X + Y <= seconds) of two exponential times. */
function withinBoth(a: number, b: number, seconds: number): number {
  if (seconds < 0) return 0;
  if (!(b > 0)) return withinOne(a, seconds);
  // nearly equal means cancel out
  const apart = Math.abs(a - b) < 1e-3 * b ? a * (1 - 2e-3) : a;
  return (b * withinOne(b, seconds) - apart * withinOne(apart, seconds)) / (b - apart);
}
