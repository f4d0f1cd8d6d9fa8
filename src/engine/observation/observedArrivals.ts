/** Arrivals at the servers of an observation, as far as it states them. */
import type { Observation } from '../plan/plan';
import { atMost, clearlyLess } from '../util/rounding';
import type { ObservationAssessment } from './observationAssessment';

/**
 * Tells if requests arrived at random, at a rate or from users who think. Then requests queue at some moments while
 * slots are free at others. An observation with only a throughput counts as random.
 */
export function hasRandomArrivals(observation: Observation): boolean {
  const { users, thinkTimeSeconds, ratePerSecond, throughputPerSecond } = observation;
  if (users) return thinkTimeSeconds.value > 0;
  return ratePerSecond !== undefined || throughputPerSecond !== undefined;
}

/**
 * Tells if some requests may have queued, though on average there were enough slots. Random arrivals can bring more at
 * once than there are slots.
 */
export function mayHaveQueued({
  observation,
  slots,
}: Pick<ObservationAssessment, 'observation' | 'slots'>): boolean {
  if (!hasRandomArrivals(observation)) return false;
  const { users } = observation;
  return !users || !slots || clearlyLess(slots.value, users.value);
}

/** Tells if requests arrived at random like those of people, which only a stated rate shows. */
export function hasOpenArrivals({ users, ratePerSecond }: Observation): boolean {
  return !users && ratePerSecond !== undefined;
}

/**
 * Share of the rate that counts as keeping up. The last answers of a run come after its last request, so a throughput a
 * little lower is no overload.
 */
const STABLE_SHARE = 0.9;

/**
 * Tells if it is known that the server kept up. The number of users limits the queue, and a throughput shows what was
 * answered. A rate without throughput shows neither.
 */
export function hasKnownStability({
  users,
  ratePerSecond,
  throughputPerSecond,
}: Observation): boolean {
  return users !== undefined || ratePerSecond === undefined || throughputPerSecond !== undefined;
}

/** Tells if more in flight than slots means that every slot was busy all the time. */
export function wasSaturated(observation: Observation): boolean {
  if (!hasRandomArrivals(observation)) return true;
  const share = answeredShare(observation);
  return share !== undefined && atMost(share, STABLE_SHARE);
}

/**
 * Tells if the server is known to have answered as fast as requests arrived. Users wait for answers before the next
 * request. A run at a rate without throughput is stable if no queue shows.
 */
export function wasStable({ observation, queued }: ObservationAssessment): boolean {
  const share = answeredShare(observation);
  if (share !== undefined) return share > STABLE_SHARE;
  return observation.users !== undefined || !queued;
}

/** Answers a second as a share of the rate; undefined unless both are stated. */
function answeredShare({
  users,
  ratePerSecond,
  throughputPerSecond,
}: Observation): number | undefined {
  if (users || !ratePerSecond || !throughputPerSecond) return undefined;
  return throughputPerSecond.value / ratePerSecond.value;
}
