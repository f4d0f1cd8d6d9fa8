/**
 * Reads a latency curve for a chart: closely enough for a smooth line, each reading with its band. Also places each
 * observation of the engine on it, including those that better ones replaced.
 */
import type { Assessment } from '../assess/assessment';
import { buildCurve, type LatencyCurve } from '../curve/curve';
import type { EngineAssessment } from '../curve/engineAssessment';
import { bandAt, type LatencyBand } from '../curve/latencyBand';
import { predictLatency } from '../curve/predict';
import type { Figure } from '../figure/figure';
import { isBeyondObserved } from '../figure/provenance';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { memoize } from '../util/cache';
import { nearlyEqual } from '../util/rounding';
import { placesOn } from './series';

export interface CurveReading {
  /** Requests in flight on one server, or its slots, as the curve follows. */
  readonly at: number;
  readonly latency: Figure;
  /** True beyond the observations, on either side. */
  readonly extrapolated: boolean;
  /** Band that contains the true value four times in five; undefined if unknown. */
  readonly band: LatencyBand | undefined;
}

export interface PlacedObservation {
  readonly observation: ObservationAssessment;
  readonly at: number;
  readonly latency: Figure;
}

/** Readings from 1 to the last observation, or to the largest place that a scenario needs. */
export function curveReadings(
  assessment: Assessment,
  engine: EngineAssessment,
): readonly CurveReading[] {
  return readingsIn(assessment)(engine);
}

const readingsIn = memoize((assessment: Assessment) =>
  memoize((engine: EngineAssessment): readonly CurveReading[] => {
    const { curve } = engine;
    const steps = assessment.engines.length > MANY_ENGINES ? FEW_STEPS : STEPS;
    return placesToRead(curve, placesOn(assessment, engine), steps).flatMap((at) => {
      const latency = predictLatency(curve, at)?.latency;
      if (!latency) return [];
      const extrapolated = isBeyondObserved(latency.provenance);
      return [{ at, latency, extrapolated, band: bandAt(curve, at, latency) }];
    });
  }),
);

/** Observations at the curve's token lengths with a known latency and place, each placed by itself. */
export const placeObservations: (engine: EngineAssessment) => readonly PlacedObservation[] =
  memoize(({ spec: engine, observations, atLengths }: EngineAssessment) =>
    (atLengths?.atSame ?? observations).flatMap((observation) => {
      const [point] = buildCurve(engine, [observation]).points;
      return point ? [{ observation, at: point.at, latency: point.latency }] : [];
    }),
  );

/** Steps of a line; more are not visible. */
const STEPS = 40;
/** Number of engines above which lines have fewer steps: they share one picture and one message. */
const MANY_ENGINES = 8;
const FEW_STEPS = 12;
/**
 * Most places to read in addition to the steps. With more, only the steps are read, since a plan may have thousands of
 * observations.
 */
const MOST_PLACES = 64;

/**
 * Places at equal factors, so that a wide range is read as closely at its lower end, plus each important place. Slots
 * are whole. So are requests in flight if the range has enough whole numbers.
 */
function placesToRead(
  { follows }: LatencyCurve,
  places: readonly number[],
  steps: number,
): readonly number[] {
  const end = places.reduce((a, b) => Math.max(a, b), 1);
  const unit = follows === 'parallel' || end > steps / 2 ? 1 : 0.25;
  const even = Array.from({ length: steps }, (_, step) => end ** (step / steps));
  const rounded = even.map((at) => Math.min(end, Math.round(at / unit) * unit));
  const own = places.length > MOST_PLACES ? [] : places.filter((at) => at >= 1);
  const sorted = [1, ...rounded, ...own, end].sort((a, b) => a - b);
  return sorted.filter((at, index) => {
    const before = sorted[index - 1];
    return before === undefined || !nearlyEqual(before, at);
  });
}
