/**
 * A queue of requests that come at a constant rate, and go at one: each place has the same ratio to the one before it,
 * and the places are summed as a series, however many there are.
 */
import { arrivalsAt, type ChainQueue } from './birthDeath';
import { logOfSeries, shareOfLast, type GeometricSeries } from './geometricSeries';
import type { StateSums } from './stateSums';

export interface GeometricQueue extends GeometricSeries {
  /** That any request queues, and that none does. */
  readonly probability: number;
  readonly complement: number;
  /** That the last place is taken. */
  readonly fullProbability: number;
}

/** Whether the queue of a chain ends, or gets shorter than it gets longer. */
export function hasSteadyState(chain: ChainQueue): boolean {
  return chain.room < Infinity || ratioOf(chain) < 1;
}

/** @returns undefined where no request queues, or users do: the fewer of them are left, the fewer come. */
export function seriesOfQueue(chain: ChainQueue): GeometricSeries | undefined {
  const { users, slots, room } = chain;
  if (users !== undefined || room === slots) return undefined;
  return { ratio: ratioOf(chain), places: room - slots };
}

/**
 * @param sums Of the states up to the slots.
 * @returns undefined where there is no such queue, or one that nobody ever comes to.
 */
export function geometricQueue(
  chain: ChainQueue,
  { last, logOfLast, total }: StateSums,
): GeometricQueue | undefined {
  const series = seriesOfQueue(chain);
  if (!series || last < chain.slots) return undefined;
  // by what is in slots, of which the queue may be more times than a number can hold
  const log = logOfLast + logOfSeries(series) - Math.log(total);
  const probability = 1 / (1 + Math.exp(-log));
  const complement = 1 / (1 + Math.exp(log));
  return { ...series, probability, complement, fullProbability: probability * shareOfLast(series) };
}

function ratioOf(chain: ChainQueue): number {
  return arrivalsAt(chain, chain.slots) / chain.full;
}
