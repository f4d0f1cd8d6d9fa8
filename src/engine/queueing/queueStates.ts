import { arrivalsAt, type ChainQueue } from './birthDeath';
import { NEGLIGIBLE } from './stateSums';

/** States in which requests of users queue, by the weight of the one that is most probable among them. */
export interface QueueStates {
  /** No fewer than one more than so many ever wait, where any do. */
  readonly fewest: number;
  /** Of that state and those above it. */
  readonly weights: readonly number[];
}

/** Departures are constant there, and the more users are in the system the fewer come: there is one mode. */
export function queueStates(chain: ChainQueue): QueueStates {
  const { slots, room, full, users = room, arrivalRate } = chain;
  if (room <= slots) return { fewest: 0, weights: [] };
  const balanced = Math.floor(users + 1 - full / arrivalRate);
  const mode = Math.min(room, Math.max(slots + 1, balanced));
  const below: number[] = [];
  for (let n = mode, weight = 1; n > slots + 1 && n * weight > NEGLIGIBLE; n--) {
    weight *= full / arrivalsAt(chain, n - 1);
    below.push(weight);
  }
  const weights = below.reverse();
  const fewest = mode - weights.length - slots - 1;
  weights.push(1);
  for (let n = mode, weight = 1; n < room && (room - n) * weight > NEGLIGIBLE; n++) {
    weight *= arrivalsAt(chain, n) / full;
    weights.push(weight);
  }
  return { fewest, weights };
}
