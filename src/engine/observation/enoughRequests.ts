/** Whether a benchmark had enough requests for what it states. */
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Observation, TimeObjective } from '../plan/plan';

/** Below so many a mean is one of a few lengths of answers, and as likely as not a tenth off. */
const ENOUGH_FOR_A_MEAN = 30;

/** So many have to lie beyond a percentile for it not to hang on one of them. */
const ENOUGH_BEYOND = 10;

/** True where the observation does not say how many there were. */
export function hadEnoughRequests({ requests }: Observation, quantity: TimeObjective): boolean {
  return !requests || requests.value >= enoughFor(quantity);
}

/** The fewest with which a benchmark tells the quantity. */
export function enoughFor(quantity: TimeObjective): number {
  switch (quantity) {
    case 'latency':
    case 'ttft':
    case 'tpot':
      return ENOUGH_FOR_A_MEAN;
    default:
      return Math.max(
        ENOUGH_FOR_A_MEAN,
        Math.round(ENOUGH_BEYOND / (1 - PERCENTILE_SHARES[quantity])),
      );
  }
}
