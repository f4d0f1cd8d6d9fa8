/** How requests came to the servers of an observation, as far as it says. */
import type { Observation } from '../plan/plan';
import { atMost, clearlyLess } from '../util/rounding';
import type { ObservationAssessment } from './observationAssessment';

/**
 * Whether chance had a part in it: with arrivals at a rate, and with users who think, requests wait for a slot
 * at some moments while slots are free at others. Where only a throughput is stated it may have been so.
 */
export function hasRandomArrivals(observation: Observation): boolean {
  const { users, thinkTimeSeconds, ratePerSecond, throughputPerSecond } = observation;
  if (users) return thinkTimeSeconds.value > 0;
  return ratePerSecond !== undefined || throughputPerSecond !== undefined;
}

/**
 * Whether some of its requests may have waited for a slot, though on average there were enough: chance can bring more at
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

/** Only of a stated rate is it known that requests came by chance as those of people do. */
export function hasOpenArrivals({ users, ratePerSecond }: Observation): boolean {
  return !users && ratePerSecond !== undefined;
}

/** The last answers of a run come after its last request: a throughput that is a little lower shows no overload. */
const STABLE_SHARE = 0.9;

/** Of users there are only so many, and a throughput tells what was answered; of a rate alone it is not known. */
export function hasKnownStability({
  users,
  ratePerSecond,
  throughputPerSecond,
}: Observation): boolean {
  return users !== undefined || ratePerSecond === undefined || throughputPerSecond !== undefined;
}

/** Whether more in flight than slots means that every slot was busy all the time. */
export function wasSaturated(observation: Observation): boolean {
  if (!hasRandomArrivals(observation)) return true;
  const share = answeredShare(observation);
  return share !== undefined && atMost(share, STABLE_SHARE);
}

/**
 * Whether it is known to have answered as fast as it was asked. Users ask no faster than they are answered; of a rate
 * alone no queue shows it.
 */
export function wasStable({ observation, queued }: ObservationAssessment): boolean {
  const share = answeredShare(observation);
  if (share !== undefined) return share > STABLE_SHARE;
  return observation.users !== undefined || !queued;
}

/** Answers a second, as a share of the rate; undefined where nothing is sent at a rate, or not both are stated. */
function answeredShare({
  users,
  ratePerSecond,
  throughputPerSecond,
}: Observation): number | undefined {
  if (users || !ratePerSecond || !throughputPerSecond) return undefined;
  return throughputPerSecond.value / ratePerSecond.value;
}
