import { arrivalsAt, type ChainQueue } from './birthDeath';
import { NEGLIGIBLE } from './stateSums';

/** States in which requests of users queue. Weights are relative to the most probable of these states. */
export interface QueueStates {
  /** Least number of waiting requests in these states, less one. */
  readonly fewest: number;
  /** Weights of that state and those above it. */
  readonly weights: readonly number[];
}

/**
 * States of a users' queue. Departures are constant there, and arrivals fall with each user in the system: there is one
 * mode.
 */
export function queueStates(chain: ChainQueue): QueueStates {
  const { slots, room, full, users = room, arrivalRate } = chain;
  if (room <= slots) return { fewest: 0, weights: [] };
  const balanced = Math.floor(users + 1 - full / arrivalRate);
  const mode = Math.min(room, Math.max(slots + 1, balanced));
  const below: number[] = [];
  for (let n = mode, weight = 1; n > slots + 1 && n * weight > NEGLIGIBLE; n--) {
    weight *= full / arrivalsAt(chain, n - 1, full);
    below.push(weight);
  }
  const weights = below.reverse();
  const fewest = mode - weights.length - slots - 1;
  weights.push(1);
  for (let n = mode, weight = 1; n < room && (room - n) * weight > NEGLIGIBLE; n++) {
    weight *= arrivalsAt(chain, n, full) / full;
    weights.push(weight);
  }
  return { fewest, weights };
}
