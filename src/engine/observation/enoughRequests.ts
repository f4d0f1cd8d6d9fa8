/** Tells if a benchmark had enough requests for what it states. */
import { partsOf } from '../plan/objectives';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Observation, TimeObjective } from '../plan/plan';

/** Requests that a mean needs. With fewer it depends on a few lengths of answers, and is likely a tenth off. */
const ENOUGH_FOR_A_MEAN = 30;

/** Requests that have to lie beyond a percentile, so that it does not depend on one of them. */
const ENOUGH_BEYOND = 10;

/** Tells if there were enough requests; true if the observation does not state their number. */
export function hadEnoughRequests({ requests }: Observation, quantity: TimeObjective): boolean {
  return !requests || requests.value >= enoughFor(quantity);
}

/** Fewest requests with which a benchmark shows the quantity: 30 for a mean, 1,000 for p99. */
export function enoughFor(quantity: TimeObjective): number {
  const { percentile } = partsOf(quantity);
  if (!percentile) return ENOUGH_FOR_A_MEAN;
  return Math.max(
    ENOUGH_FOR_A_MEAN,
    Math.round(ENOUGH_BEYOND / (1 - PERCENTILE_SHARES[percentile])),
  );
}
