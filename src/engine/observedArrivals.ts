/** How requests came to the servers of an observation, as far as it says. */
import type { Observation } from './plan';
import { atMost } from './rounding';

/**
 * Whether chance had a part in it: with arrivals at a rate, and with users who think, requests wait for a slot
 * at some moments while slots are free at others. Where only a throughput is stated it may have been so.
 */
export function cameByChance(observation: Observation): boolean {
  const { users, thinkTimeSeconds, ratePerSecond, throughputPerSecond } = observation;
  if (users) return thinkTimeSeconds.value > 0;
  return ratePerSecond !== undefined || throughputPerSecond !== undefined;
}

/** Only of a stated rate is it known that requests came by chance as those of people do. */
export function cameAtRate({ users, ratePerSecond }: Observation): boolean {
  return !users && ratePerSecond !== undefined;
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
