/** How requests came to the servers of an observation, as far as it says. */
import type { ObservationAssessment } from './assessment';
import type { Observation } from './plan';
import { atMost, clearlyLess } from './rounding';

/**
 * Whether chance had a part in it: with arrivals at a rate, and with users who think, requests wait for a slot
 * at some moments while slots are free at others. Where only a throughput is stated it may have been so.
 */
export function cameByChance(observation: Observation): boolean {
  const { users, thinkTimeSeconds, ratePerSecond, throughputPerSecond } = observation;
  if (users) return thinkTimeSeconds.value > 0;
  return ratePerSecond !== undefined || throughputPerSecond !== undefined;
}

/**
 * Whether some of its requests may have waited for a slot, though on average there were enough: chance can bring more at
 * once than there are slots.
 */
export function mayWaitByChance({
  observation,
  slots,
}: Pick<ObservationAssessment, 'observation' | 'slots'>): boolean {
  if (!cameByChance(observation)) return false;
  const { users } = observation;
  return !users || !slots || clearlyLess(slots.value, users.value);
}

/** The last answers of a run come after its last request: a throughput that is a little lower shows no overload. */
const KEPT_UP = 0.9;

/** Whether more in flight than slots means that every slot was busy all the time. */
export function keptSlotsBusy(observation: Observation): boolean {
  const { ratePerSecond, throughputPerSecond } = observation;
  if (!cameByChance(observation)) return true;
  if (observation.users || !ratePerSecond || !throughputPerSecond) return false;
  return atMost(throughputPerSecond.value, KEPT_UP * ratePerSecond.value);
}
