/**
 * Curves of other quantities than the mean latency: percentiles, time to first token and time per output token, by
 * load. Each is read like the latency curve.
 */
import type { Figure } from '../figure/figure';
import { withCaveats } from '../figure/provenance';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { wasSaturated } from '../observation/observedArrivals';
import { observedTime, type ObservedQuantity } from '../observation/observedTimes';
import { isTokenTime, partsOf } from '../plan/objectives';
import type { Stated, Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { buildCurve, type LatencyCurve } from './curve';
import type { EngineAssessment } from './engineAssessment';

/**
 * Curve of a quantity; without points if no observation has it at a known load.
 * @param workload Its length of answers counts for observations without one. A time per token may be based on that.
 */
export function curveOf(
  engine: EngineAssessment,
  quantity: ObservedQuantity,
  workload: Workload | undefined,
): LatencyCurve {
  const { atLengths } = engine;
  if (atLengths && isTokenTime(quantity)) return atLengths.tokenTimes[quantity];
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
  const observations = engine.atLengths?.atSame ?? engine.observations;
  const told = observations.flatMap((assessed) => showing(assessed, quantity, workload) ?? []);
  return buildCurve(engine.spec, told);
}

/** The observation with a quantity in place of its latency; undefined if it does not show it. */
export function showing(
  assessed: ObservationAssessment,
  quantity: ObservedQuantity,
  workload: Workload | undefined,
): ObservationAssessment | undefined {
  // the queueing part of a first token or percentile of a queued benchmark is unknown
  if (assessed.queued && partsOf(quantity).of !== 'tpot') return undefined;
  const time = observedTime(assessed, quantity, workload);
  if (!time) return undefined;
  const latency = inSlots(assessed, time);
  return { ...assessed, latency, queued: false, withAllUsers: undefined };
}

/** Time in a slot. A time per token has no queueing in it, but slots were free at times if a queue came at random. */
function inSlots({ queued, observation }: ObservationAssessment, time: Figure): Figure {
  if (!queued || wasSaturated(observation)) return time;
  return { ...time, provenance: withCaveats(time.provenance, ['lighter-load']) };
}
