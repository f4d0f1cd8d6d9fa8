/**
 * Curves of what observations tell beside the mean latency: percentiles, time to first token and time per
 * output token, by load. Each is read as the latency curve is.
 */
import type { Figure } from '../figure/figure';
import { withCaveats } from '../figure/provenance';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { wasSaturated } from '../observation/observedArrivals';
import { observedTime, type ObservedQuantity } from '../observation/observedTimes';
import type { Stated, Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { buildCurve, type LatencyCurve } from './curve';
import type { EngineAssessment } from './engineAssessment';

/**
 * Without points where no observation tells the quantity at a load that is known.
 * @param workload Its answers are as long as those of observations that do not say: a time per token may rest on that.
 */
export function curveOf(
  engine: EngineAssessment,
  quantity: ObservedQuantity,
  workload: Workload | undefined,
): LatencyCurve {
  const known = curvesOf(engine);
  const key = (quantity === 'tpot' ? workload?.outputTokens : undefined) ?? quantity;
  let curve = known.get(key);
  if (!curve) {
    curve = buildQuantityCurve(engine, quantity, workload);
    known.set(key, curve);
  }
  return curve;
}

const curvesOf = memoize(
  (_: EngineAssessment) => new Map<ObservedQuantity | Stated<number>, LatencyCurve>(),
);

function buildQuantityCurve(
  engine: EngineAssessment,
  quantity: ObservedQuantity,
  workload: Workload | undefined,
): LatencyCurve {
  const told = engine.observations.flatMap((assessed): ObservationAssessment[] => {
    // of a benchmark that queued, how much of a first token or a percentile was waiting cannot be told
    if (assessed.queued && quantity !== 'tpot') return [];
    const time = observedTime(assessed, quantity, workload);
    if (!time) return [];
    return [{ ...assessed, latency: inSlots(assessed, time), queued: false }];
  });
  return buildCurve(engine.spec, told);
}

/** A time per token has no waiting in it, but where a queue came by chance slots were free at times. */
function inSlots({ queued, observation }: ObservationAssessment, time: Figure): Figure {
  if (!queued || wasSaturated(observation)) return time;
  return { ...time, provenance: withCaveats(time.provenance, ['lighter-load']) };
}
