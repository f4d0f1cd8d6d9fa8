/** Evidence of percentiles, of latency and of times of tokens: observed, predicted, and bounded by the others. */
import { observedAt, plusDelay, type Evidence } from './observedEvidence';
import type { Fleet } from './fleet';
import { boundByOrder } from './percentileOrder';
import { predictPercentile } from './predictPercentile';
import { memoize } from '../util/cache';
import { percentilesOf, type AnyPercentile } from '../plan/objectives';

/**
 * Evidence of a percentile. Observed ones plus queueing delay come first, then predictions. The other observed
 * percentiles of the same time bound it: p90 is no higher than p95.
 */
export function percentileEvidence(fleet: Fleet, quantity: AnyPercentile): Evidence | undefined {
  const observed = observedPercentile(fleet, quantity);
  const own = observed ?? predictPercentile(fleet, quantity);
  const others = percentilesOf(quantity).flatMap((other) => {
    const evidence = other === quantity ? undefined : observedPercentile(fleet, other);
    return evidence ? [{ percentile: other, evidence }] : [];
  });
  return boundByOrder(quantity, own, observed !== undefined, others);
}

function observedPercentile(fleet: Fleet, quantity: AnyPercentile): Evidence | undefined {
  const known = observedOf(fleet);
  if (!known.has(quantity)) {
    const observed = observedAt(fleet, quantity);
    known.set(quantity, observed && plusDelay(fleet, quantity, observed));
  }
  return known.get(quantity);
}

/** Each percentile is asked for by all others. */
const observedOf = memoize((_: Fleet) => new Map<AnyPercentile, Evidence | undefined>());
