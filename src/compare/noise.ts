/**
 * Says how far a figure of a run would move if the run were repeated: one standard deviation of its logarithm. It
 * follows from the number of requests and from how much they vary. Successive answers of a busy server are alike, so
 * the true noise is rather larger.
 */
import type { Run, Statistic, Times } from '../benchmark/run';
import { PERCENTILE_SHARES, TAILS } from '../engine/plan/percentiles';
import type { Percentile } from '../engine/plan/plan';

/** Differences of repeated runs that no count of requests explains, as the engine has them (`curve/tokens/discrepancy.ts`). */
const REPEATED = { ttft: 0.03, other: 0.003 };

/** Variation where no percentile tells it: with 30 requests a mean is then a tenth off (`enoughRequests.ts`). */
const USUAL_CV = 0.1 * Math.sqrt(30);

/** @returns undefined if the run does not say how many requests it had. */
export function noiseOf(
  run: Run,
  time: 'latency' | 'ttft' | 'tpot',
  statistic: Statistic,
): number | undefined {
  const count = answersOf(run);
  if (count === undefined) return undefined;
  const spread = spreadOf(run[time]);
  const byCount =
    statistic === 'mean'
      ? variationOf(spread) / Math.sqrt(count)
      : quantileNoise(PERCENTILE_SHARES[statistic], count, spread);
  return Math.hypot(byCount, time === 'ttft' ? REPEATED.ttft : REPEATED.other);
}

/**
 * Noise of a throughput. Users who wait for their answers get as many as their latency lets them. At a rate it is chance
 * how many arrive (Poisson).
 */
export function throughputNoise(run: Run): number | undefined {
  const count = answersOf(run);
  switch (run.load.kind) {
    case 'users':
      return noiseOf(run, 'latency', 'mean');
    case 'rate':
      return count === undefined ? undefined : 1 / Math.sqrt(count);
    case 'unstated':
      return undefined;
  }
}

function answersOf({ requests, errors = 0 }: Run): number | undefined {
  const count = requests === undefined ? undefined : requests - errors;
  return count !== undefined && count >= 1 ? count : undefined;
}

/** Standard deviation of the logarithm, as if the times were lognormal. */
function spreadOf(times: Times): number {
  const { mean, p50 } = times;
  const tail = TAILS.find((each) => times[each] !== undefined);
  const at = tail && times[tail];
  if (p50 !== undefined && tail && at !== undefined && at >= p50) {
    return Math.log(at / p50) / normalQuantile(tail);
  }
  if (p50 !== undefined && mean !== undefined && mean >= p50) {
    return Math.sqrt(2 * Math.log(mean / p50));
  }
  return Math.sqrt(Math.log(1 + USUAL_CV ** 2));
}

/** Coefficient of variation of a lognormal distribution. */
function variationOf(spread: number): number {
  return Math.sqrt(Math.exp(spread ** 2) - 1);
}

/**
 * Standard deviation of a percentile in logarithms. How many requests lie below it is binomial, and the density turns
 * that into a time (David and Nagaraja 2003, "Order Statistics", section 10.2).
 */
function quantileNoise(share: number, count: number, spread: number): number {
  const at = NORMAL_QUANTILES.get(share) ?? 0;
  const density = Math.exp(-(at ** 2) / 2) / Math.sqrt(2 * Math.PI);
  return (Math.sqrt((share * (1 - share)) / count) * spread) / density;
}

function normalQuantile(percentile: Percentile): number {
  return NORMAL_QUANTILES.get(PERCENTILE_SHARES[percentile]) ?? 1;
}

/** Quantiles of the standard normal distribution at the percentiles of a plan. */
const NORMAL_QUANTILES: ReadonlyMap<number, number> = new Map([
  [0.5, 0],
  [0.9, 1.2816],
  [0.95, 1.6449],
  [0.99, 2.3263],
]);
