/** Says of an observation that it was a burst, for the rules that share it. */
import { isBurst } from '../../../engine/observation/burst';
import type { Observation } from '../../../engine/plan/plan';

export interface BurstArgs {
  readonly requests: number;
  readonly users: number;
}

/** Returns the requests and users of a burst; undefined of any other observation. */
export function burstOf(observation: Observation): BurstArgs | undefined {
  const { requests, users } = observation;
  if (!requests || !users || !isBurst(observation)) return undefined;
  return { requests: requests.value, users: users.value };
}
