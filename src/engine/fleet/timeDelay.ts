/** Delays that random arrivals add to a time: to latency, its percentiles, and the times of tokens. */
import { percentileDelay, queueingDelayOf } from './queueingDelay';
import { isTokenPercentile, partsOf, type AnyPercentile } from '../plan/objectives';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Percentile, TimeObjective } from '../plan/plan';
import { latencyDistribution } from '../queueing/latencyDistribution';
import type { Waiting } from '../queueing/predictWaiting';
import { memoize } from '../util/cache';

/** Seconds that random arrivals add to a percentile of a constant number in flight. */
export function addedDelay(waiting: Waiting, quantity: AnyPercentile): number {
  if (!isTokenPercentile(quantity)) return percentileDelay(waiting, quantity);
  const { of, percentile } = partsOf(quantity);
  return of === 'ttft' && percentile ? waitingPercentile(waiting, percentile) : 0;
}

/**
 * Seconds of queueing delay in a measured time, waiting for a slot and slower answers included.
 * @param all Result of the model with the full delay in slots.
 */
export function delayIn(all: Waiting, quantity: TimeObjective, seconds: number): number {
  if (!isTokenPercentile(quantity)) return queueingDelayOf(all, quantity, seconds);
  const waited = addedDelay(all, quantity);
  const slowed = slowedBy(all);
  return waited + (slowed / (1 + slowed)) * Math.max(0, seconds - waited);
}

/**
 * Share by which random arrivals slow down requests in their slots. A first token, and each one after it, slows down
 * like the whole.
 */
export function slowedBy({ service, balanceService }: Waiting): number {
  return Math.max(0, service / balanceService - 1);
}

/** Seconds that a percentile of the requests waits for a slot. */
function waitingPercentile(waiting: Waiting, percentile: Percentile): number {
  const known = waitingPercentilesOf(waiting);
  let seconds = known.get(percentile);
  if (seconds === undefined) {
    seconds = solveWaitingPercentile(waiting, PERCENTILE_SHARES[percentile]);
    known.set(percentile, seconds);
  }
  return seconds;
}

const waitingPercentilesOf = memoize((_: Waiting) => new Map<Percentile, number>());

/** Time in a slot, as a share of the waiting, that is too short to count. */
const NO_SERVICE = 1e-6;

/** Latency of requests that take no time in their slot: all of it is waiting. */
function solveWaitingPercentile(waiting: Waiting, share: number): number {
  if (waiting.waiting <= 0 || 1 - waiting.waitProbability >= share) return 0;
  const service = NO_SERVICE * waiting.waiting;
  const alone = { service, soloService: service, fullService: service, serviceCv: 0 };
  return latencyDistribution({ ...waiting, ...alone, latency: waiting.waiting }).percentile(share);
}
