/** Evidence of a quantity that observations have: read from its curve, plus queueing delay. */
import { isUpper } from '../figure/bounds';
import { allPoints, type CurvePoint, type LatencyCurve } from '../curve/curve';
import type { Figure } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import type { Fleet } from './fleet';
import { serviceLatency } from './fleetFigures';
import type { ObservedQuantity } from '../observation/observedTimes';
import { floorUpTo, predictLatency, type Prediction } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import type { AnyPercentile } from '../plan/objectives';
import { addedDelay } from './timeDelay';
import { nearlyEqual } from '../util/rounding';

export interface Evidence {
  readonly figure: Figure;
  /** Least value under the curve's assumptions; 0 if unknown. */
  readonly floor: number;
  /** Figure that the floor follows from: a time with every request in its slot. */
  readonly reading?: Figure | undefined;
  /** Points of the quantity itself: a measurement among them can prove a miss. */
  readonly points: readonly CurvePoint[];
  /** Those points that the figure is based on. */
  readonly restsOn: readonly CurvePoint[];
  /** Other percentile that the figure is exact for. It is an upper bound of this one. */
  readonly isOf?: AnyPercentile;
}

/** Figure that shows a miss if the evidence is an upper bound, which cannot: the time is no lower than this. */
export function lowestOf({ floor, reading, figure }: Evidence): Figure {
  if (!reading) return figure;
  if (reading.bound === 'exact' && nearlyEqual(reading.value, floor)) return reading;
  return deriveFigure('latency.atLeast', floor, 's', { latency: reading }, '>=');
}

export const NO_POINTS = { points: [], restsOn: [] } as const;

export interface Observed {
  readonly prediction: Prediction;
  readonly curve: LatencyCurve;
}

export function observedAt(fleet: Fleet, quantity: ObservedQuantity): Observed | undefined {
  const { engine, workload } = fleet.model;
  return readAt(fleet, curveOf(engine, quantity, workload));
}

export function readAt({ model, load }: Fleet, curve: LatencyCurve): Observed | undefined {
  const at =
    curve.follows === 'parallel' ? model.parallel : load && Math.min(load.value, model.parallel);
  const prediction = at === undefined ? undefined : predictLatency(curve, at);
  return prediction && { prediction, curve };
}

/** Adds seconds of queueing delay, by the model, to what was read from a curve. */
export function plusWaiting(
  fleet: Fleet,
  { prediction, curve }: Observed,
  seconds: number,
): Evidence {
  const load = fleet.load?.value ?? fleet.model.parallel;
  const reading = serviceLatency(fleet.model, prediction, load);
  return {
    figure: fleet.plusWaiting(reading, seconds),
    floor: floorOf(fleet, curve, prediction),
    reading,
    points: allPoints(curve),
    restsOn: prediction.points,
  };
}

/** Adds the queueing delay of a fleet to a percentile that was read from a curve. */
export function plusDelay(fleet: Fleet, quantity: AnyPercentile, observed: Observed): Evidence {
  const { modelledWaiting } = fleet;
  return plusWaiting(fleet, observed, modelledWaiting ? addedDelay(modelledWaiting, quantity) : 0);
}

function floorOf({ model, load }: Fleet, curve: LatencyCurve, prediction: Prediction): number {
  if (curve.follows === 'parallel' || !load || !isUpper(load.bound)) return prediction.floorSeconds;
  return floorUpTo(curve, prediction, Math.min(load.value, model.parallel));
}
