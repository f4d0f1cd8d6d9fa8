/**
 * Curves of what observations state beside the mean latency: percentiles, time to first token and time per
 * output token, by load. Each is read as the latency curve is.
 */
import type { EngineAssessment, ObservationAssessment } from './assessment';
import { buildCurve, type LatencyCurve } from './curve';
import { hadEnoughRequests } from './enoughRequests';
import type { Caveat, Figure } from './figure';
import { observedFigure } from './figures';
import { memoize } from './memoize';
import type { Observation, Reading, TimeObjective } from './plan';
import { withCaveats } from './provenance';

export type ObservedQuantity = Exclude<TimeObjective, 'latency'>;

/** Without points where no observation states the quantity at a load that is known. */
export function curveOf(engine: EngineAssessment, quantity: ObservedQuantity): LatencyCurve {
  const known = curvesOf(engine);
  let curve = known.get(quantity);
  if (!curve) {
    curve = buildQuantityCurve(engine, quantity);
    known.set(quantity, curve);
  }
  return curve;
}

const curvesOf = memoize((_: EngineAssessment) => new Map<ObservedQuantity, LatencyCurve>());

function buildQuantityCurve(engine: EngineAssessment, quantity: ObservedQuantity): LatencyCurve {
  const stated = engine.observations.flatMap((assessed): ObservationAssessment[] => {
    const reading = readingOf(assessed.observation, quantity);
    // of a benchmark that queued, how much of a percentile was waiting cannot be told
    if (!reading || assessed.queued) return [];
    return [{ ...assessed, latency: observedReading(reading, assessed, quantity) }];
  });
  return buildCurve(engine.engine, stated);
}

/** A time that an observation states; seconds. */
export function observedReading(
  reading: Reading,
  { observation, caveats }: ObservationAssessment,
  quantity: ObservedQuantity,
): Figure {
  const figure = observedFigure(reading, 's', observation.source.value);
  const own: readonly Caveat[] = hadEnoughRequests(observation, quantity) ? [] : ['few-requests'];
  return { ...figure, provenance: withCaveats(figure.provenance, [...caveats, ...own]) };
}

function readingOf(observation: Observation, quantity: ObservedQuantity): Reading | undefined {
  switch (quantity) {
    case 'ttft':
      return observation.ttftSeconds;
    case 'tpot':
      return observation.tpotSeconds;
    default:
      return observation.percentileSeconds[quantity];
  }
}
