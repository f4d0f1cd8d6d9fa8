/**
 * A latency curve as a chart draws it: read closely enough for a smooth line, with how far each reading may
 * be off; and where each observation of the engine sits on it, also those that better ones replaced.
 */
import type { Assessment } from '../assess/assessment';
import { buildCurve, type LatencyCurve } from '../curve/curve';
import type { EngineAssessment } from '../curve/engineAssessment';
import { bandHalfWidth, type LatencyBand } from '../curve/latencyBand';
import { predictLatency } from '../curve/predict';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { memoize } from '../util/cache';
import { nearlyEqual } from '../util/rounding';
import { placesOn } from './series';

export interface CurveReading {
  /** Requests in flight on one server, or its slots: what the curve follows. */
  readonly at: number;
  readonly latency: Figure;
  /** Beyond what was observed, on either side. */
  readonly extrapolated: boolean;
  /** Holds the true value four times in five; undefined where nothing is known of that. */
  readonly band: LatencyBand | undefined;
}

export interface PlacedObservation {
  readonly observation: ObservationAssessment;
  readonly at: number;
  readonly latency: Figure;
}

/** From 1 to the last observation, or to the largest place that a scenario reads the curve at. */
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
      const extrapolated = latency.provenance.reach === 'extrapolated';
      return [{ at, latency, extrapolated, band: bandAround(curve, at, latency) }];
    });
  }),
);

/** Every observation of which both a latency and a place are known, where it would sit alone. */
export const placeObservations: (engine: EngineAssessment) => readonly PlacedObservation[] =
  memoize(({ spec: engine, observations }: EngineAssessment) =>
    observations.flatMap((observation) => {
      const [point] = buildCurve(engine, [observation]).points;
      return point ? [{ observation, at: point.at, latency: point.latency }] : [];
    }),
  );

/** Steps of a line; more are not seen. */
const STEPS = 40;
/** Lines of many engines share one picture, and one message. */
const MANY_ENGINES = 8;
const FEW_STEPS = 12;
/** A plan may have thousands of observations: then the steps alone have to do. */
const MOST_PLACES = 64;

/**
 * By equal factors, so that a wide range is read as closely at its lower end; and each place that matters.
 * Slots are whole, and requests in flight as well where there is room for enough of them.
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

function bandAround(curve: LatencyCurve, at: number, latency: Figure): LatencyBand | undefined {
  const halfWidth = latency.bound === 'exact' ? bandHalfWidth(curve, at) : undefined;
  if (halfWidth === undefined) return undefined;
  const end = (logFactor: number): Figure => {
    const factor = constantFigure(Math.exp(logFactor), 'factor');
    return deriveFigure('latency.band', latency.value * factor.value, 's', { latency, factor });
  };
  return { low: end(-halfWidth), high: end(halfWidth) };
}
