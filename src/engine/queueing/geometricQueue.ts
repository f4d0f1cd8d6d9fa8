/**
 * A queue of requests that arrive at a constant rate and leave at a constant rate. Each place has the same ratio to the
 * one before it. The places are summed as a series, however many there are.
 */
import { arrivalsAt, type ChainQueue } from './birthDeath';
import { logOfSeries, shareOfLast, type GeometricSeries } from './geometricSeries';
import type { StateSums } from './stateSums';

export interface GeometricQueue extends GeometricSeries {
  /** Probability that some request queues, and that none does. */
  readonly probability: number;
  readonly complement: number;
  /** Probability that the last place is taken. */
  readonly fullProbability: number;
}

/** Tells if the queue of a chain is limited, or leaves faster than it grows. */
export function hasSteadyState(chain: ChainQueue): boolean {
  return chain.room < Infinity || ratioOf(chain) < 1;
}

/**
 * Series of a chain's queue.
 * @returns undefined if no request queues, or if users do: each user in the queue lowers the arrival rate.
 */
export function seriesOfQueue(chain: ChainQueue): GeometricSeries | undefined {
  const { users, slots, room } = chain;
  if (users !== undefined || room === slots) return undefined;
  return { ratio: ratioOf(chain), places: room - slots };
}

/**
 * Queue of a chain.
 * @param sums Sums of the states up to the slots.
 * @returns undefined if there is no such queue, or one that is never reached.
 */
export function geometricQueue(
  chain: ChainQueue,
  { last, logOfLast, total }: StateSums,
): GeometricQueue | undefined {
  const series = seriesOfQueue(chain);
  if (!series || last < chain.slots) return undefined;
  // divided by the weight in slots; the queue may weigh more times that than a number can hold
  const log = logOfLast + logOfSeries(series) - Math.log(total);
  const probability = 1 / (1 + Math.exp(-log));
  const complement = 1 / (1 + Math.exp(log));
  return { ...series, probability, complement, fullProbability: probability * shareOfLast(series) };
}

function ratioOf(chain: ChainQueue): number {
  return arrivalsAt(chain, chain.slots, chain.full) / chain.full;
}
