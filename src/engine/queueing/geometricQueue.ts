/**
 * A queue of requests that come at a constant rate, and go at one: each place has the same ratio to the one before it,
 * and the places are summed as a series, however many there are.
 */
import { arrivalsAt, departuresAt, type BirthDeath } from './birthDeath';
import { logOfSeries, shareOfLast, type GeometricSeries } from './geometricSeries';
import type { Walked } from './walkStates';

export interface GeometricQueue extends GeometricSeries {
  /** That any request queues, and that none does. */
  readonly probability: number;
  readonly complement: number;
  /** That the last place is taken. */
  readonly fullProbability: number;
}

/** Whether the queue of a chain ends, or gets shorter than it gets longer. */
export function hasSteadyState(chain: BirthDeath): boolean {
  return chain.room < Infinity || seriesOf(chain).ratio < 1;
}

/**
 * @param total What the states up to the slots weigh, which were walked.
 * @returns undefined where no request queues, or users do: the fewer of them are left, the fewer come.
 */
export function geometricQueue(
  chain: BirthDeath,
  { last, logOfLast }: Walked,
  total: number,
): GeometricQueue | undefined {
  const { users, slots, room } = chain;
  if (users !== undefined || last < slots || room === slots) return undefined;
  const series = seriesOf(chain);
  // by what is in slots, of which the queue may be more times than a number can hold
  const log = logOfLast + logOfSeries(series) - Math.log(total);
  const probability = 1 / (1 + Math.exp(-log));
  const complement = 1 / (1 + Math.exp(log));
  return { ...series, probability, complement, fullProbability: probability * shareOfLast(series) };
}

function seriesOf(chain: BirthDeath): GeometricSeries {
  const { slots, room } = chain;
  const ratio = arrivalsAt(chain, slots) / departuresAt(chain, slots);
  return { ratio, places: room - slots };
}
