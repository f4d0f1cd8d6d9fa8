/**
 * Recognises a run that is a burst: its users send all requests at once, or nearly, and the load drains. Then fewer
 * requests than users were in flight on average. With k requests a user at most about k / (k + 1) of the users are
 * busy, since the run lasts until its longest answer.
 */
import type { Observation } from '../plan/plan';
import { clearlyLess } from '../util/rounding';

/** Requests of each user that make a run steady enough: benchmark tools advise 10, and fewer than 4 mostly drain. */
const FEWEST_ROUNDS = 4;

/** Tells if a run was a burst; false unless it states its users and its requests. One user never drains in part. */
export function isBurst({ users, requests }: Observation): boolean {
  if (!users || !requests || users.value <= 1) return false;
  return clearlyLess(requests.value, FEWEST_ROUNDS * users.value);
}
