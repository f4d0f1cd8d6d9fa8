/** Evidence of percentiles, of latency and of times of tokens: observed, predicted, and bounded by the others. */
import { curveOf } from '../curve/quantityCurves';
import { withCaveats } from '../figure/provenance';
import type { TokenPercentile } from '../plan/plan';
import { observedAt, plusDelay, type Evidence, type Observed } from './observedEvidence';
import type { Fleet } from './fleet';
import { boundByOrder } from './percentileOrder';
import { percentileByModel, predictPercentile, variesMore } from './predictPercentile';
import { wasObservedUnderArrivals } from './tokenEvidence';
import { tokenPercentile } from './tokenPercentiles';
import { memoize } from '../util/cache';
import { isTokenPercentile, partsOf, percentilesOf, type AnyPercentile } from '../plan/objectives';

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
    known.set(quantity, observed && evidenceOf(fleet, quantity, observed));
  }
  return known.get(quantity);
}

/**
 * Percentiles of token times in a closed loop are not those under random arrivals (`tokenEvidence.ts`). They count if
 * no mean was observed, and verify nothing then.
 */
function evidenceOf(
  fleet: Fleet,
  quantity: AnyPercentile,
  observed: Observed,
): Evidence | undefined {
  const evidence = plusDelay(fleet, quantity, observed);
  if (!isTokenPercentile(quantity)) return longerBySpread(fleet, quantity, evidence);
  if (!fleet.comesByChance || wasObservedUnderArrivals(observed.curve)) return evidence;
  if (isMeanObserved(fleet, quantity) && tokenPercentile(fleet, quantity)) return undefined;
  const provenance = withCaveats(evidence.figure.provenance, ['modelled-tail']);
  return { ...evidence, figure: { ...evidence.figure, provenance }, points: [] };
}

function isMeanObserved({ model }: Fleet, quantity: TokenPercentile): boolean {
  const { of } = partsOf(quantity);
  if (of === 'latency') return true;
  return curveOf(model.engine, of, model.workload).points.length > 0;
}

/** Longer percentile of the observed one and of the model, if lengths of the workload vary more than the observed. */
function longerBySpread(fleet: Fleet, quantity: AnyPercentile, observed: Evidence): Evidence {
  const { figure, restsOn } = observed;
  if (isTokenPercentile(quantity) || figure.bound !== 'exact') return observed;
  if (!variesMore(fleet, restsOn)) return observed;
  const modelled = percentileByModel(fleet, quantity);
  return modelled?.figure.bound === 'exact' && modelled.figure.value > figure.value
    ? modelled
    : observed;
}

/** Each percentile is asked for by all others. */
const observedOf = memoize((_: Fleet) => new Map<AnyPercentile, Evidence | undefined>());
