/** Evidence of a quantity that observations have: read from its curve, plus queueing delay. */
import { isUpper } from '../figure/bounds';
import { allPoints, type CurvePoint, type LatencyCurve } from '../curve/curve';
import type { Figure } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import type { Fleet } from './fleet';
import { serviceLatency } from './fleetFigures';
import type { ObservedQuantity } from '../observation/observedTimes';
import { floorUpTo, predictLatency, type Prediction } from '../curve/predict';
import { withCaveats } from '../figure/provenance';
import { curveOf } from '../curve/quantityCurves';
import type { AnyPercentile } from '../plan/objectives';
import type { Waiting } from '../queueing/predictWaiting';
import { addedDelay, omittedDelay } from './timeDelay';
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
  /** Upper estimate with the largest queueing delay, if the figure leaves some out. */
  readonly ceiling?: (() => Figure | undefined) | undefined;
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

export function plusWaiting(
  fleet: Fleet,
  prediction: Prediction,
  curve: LatencyCurve,
  waitingSeconds: number,
  addedSeconds: (all: Waiting, base: Waiting) => number,
): Evidence {
  const atLoad = serviceLatency(fleet.model, prediction, fleet.load?.value ?? fleet.model.parallel);
  const withoutIt = fleet.leavesOut(fleet.latency?.value ?? 0, prediction.points)
    ? { ...atLoad, provenance: withCaveats(atLoad.provenance, ['chance-left-out']) }
    : atLoad;
  const figure = fleet.plusWaiting(withoutIt, waitingSeconds);
  const points = allPoints(curve);
  const floor = floorOf(fleet, curve, prediction);
  const ceiling = ceilingOf(fleet, figure, addedSeconds);
  return { figure, floor, reading: atLoad, points, restsOn: prediction.points, ceiling };
}

/** Adds the queueing delay of a fleet to a percentile that was read from a curve. */
export function plusDelay(
  fleet: Fleet,
  quantity: AnyPercentile,
  { prediction, curve }: Observed,
): Evidence {
  const { modelledWaiting } = fleet;
  const added = modelledWaiting ? addedDelay(modelledWaiting, quantity) : 0;
  return plusWaiting(fleet, prediction, curve, added, (all, base) =>
    omittedDelay(all, base, quantity, prediction.latency.value, added),
  );
}

function floorOf({ model, load }: Fleet, curve: LatencyCurve, prediction: Prediction): number {
  if (curve.follows === 'parallel' || !load || !isUpper(load.bound)) return prediction.floorSeconds;
  return floorUpTo(curve, prediction, Math.min(load.value, model.parallel));
}

/**
 * Upper estimate of a figure.
 * @param addedSeconds Delay that the figure leaves out, from two results of the model: with the full delay in slots,
 * and without.
 */
export function ceilingOf(
  fleet: Fleet,
  figure: Figure,
  addedSeconds: (all: Waiting, base: Waiting) => number,
): Evidence['ceiling'] {
  if (!figure.provenance.caveats.includes('chance-left-out')) return undefined;
  return () => {
    const { waitingWithContention, modelledWaiting } = fleet;
    if (!waitingWithContention || !modelledWaiting) return undefined;
    return fleet.plusWaiting(figure, addedSeconds(waitingWithContention, modelledWaiting));
  };
}
