/**
 * The figure that an objective is held against, by the engine's best means: observations of the very
 * quantity first, then what follows from the mean latency and the model of waiting.
 */
import { isLower, isUpper } from './bounds';
import { addedByWaiting, percentileOf, percentileWithoutChance } from './chance';
import { allPoints, type CurvePoint, type LatencyCurve } from './curve';
import type { Figure } from './figure';
import { constantFigure, deriveFigure, statedFigure } from './figures';
import type { Fleet } from './fleet';
import { serviceLatency } from './fleetFigures';
import { PERCENTILE_SHARES } from './percentiles';
import { PERCENTILES, type Percentile, type TimeObjective } from './plan';
import { floorUpTo, predictLatency, type Prediction } from './predict';
import { withCaveats } from './provenance';
import { answerTokens, tokenTime, type ObservedQuantity } from './observedTimes';
import { curveOf } from './quantityCurves';
import { observationsBehind } from './restsOn';
import { nearlyEqual } from './rounding';
import type { Waiting } from './queueing/predictWaiting';
import { curveBySpread } from './spreadCurves';

export interface Evidence {
  readonly figure: Figure;
  /** The value is no lower than this by what the curve assumes; 0 where nothing is known. */
  readonly floor: number;
  /** What the floor follows from: a time with every request in its slot. */
  readonly reading?: Figure | undefined;
  /** Points of the very quantity: a measurement among them can prove a miss. */
  readonly points: readonly CurvePoint[];
  /** Those of them that the figure rests on. */
  readonly restsOn: readonly CurvePoint[];
  /** With the most that chance adds, where the figure leaves some of it out. */
  readonly ceiling?: (() => Figure | undefined) | undefined;
}

/** What shows a miss where the figure is an upper bound, which cannot: the time is no lower than this. */
export function lowestOf({ floor, reading, figure }: Evidence): Figure {
  if (!reading) return figure;
  if (reading.bound === 'exact' && nearlyEqual(reading.value, floor)) return reading;
  return deriveFigure('latency.atLeast', floor, 's', { latency: reading }, '>=');
}

const NO_POINTS = { points: [], restsOn: [] } as const;

/** Undefined where nothing known bears on it. */
export function evidenceFor(fleet: Fleet, quantity: TimeObjective): Evidence | undefined {
  if (quantity === 'latency') return fleet.latency && ofLatency(fleet, fleet.latency);
  const modelled = modelledEvidence(fleet, quantity);
  if (modelled) {
    const figure = fleet.bounded(quantity, modelled.figure);
    // what was measured with no less to do has all of it in it
    return figure === modelled.figure ? modelled : { ...modelled, figure, ceiling: undefined };
  }
  const measured = fleet.measuredBound(quantity);
  return measured && { figure: measured.figure, floor: 0, ...NO_POINTS };
}

function modelledEvidence(
  fleet: Fleet,
  quantity: Exclude<TimeObjective, 'latency'>,
): Evidence | undefined {
  switch (quantity) {
    case 'ttft':
      return timeToFirstToken(fleet);
    case 'tpot':
      return timePerToken(fleet);
    default:
      return percentile(fleet, quantity);
  }
}

function ofLatency(fleet: Fleet, figure: Figure): Evidence {
  const { latencyFloorSeconds, model, servicePoints } = fleet;
  const points = allPoints(model.engine.curve);
  return {
    figure,
    floor: latencyFloorSeconds,
    reading: fleet.service,
    points,
    restsOn: servicePoints,
    ceiling: ceilingOf(fleet, figure, (all, base) =>
      Math.max(0, fleet.addedByChance(all) - fleet.addedByChance(base)),
    ),
  };
}

/**
 * @param addedSeconds What chance adds beyond what is in the figure, by the model with all of it and the one without
 *   what it does in slots.
 */
function ceilingOf(
  fleet: Fleet,
  figure: Figure,
  addedSeconds: (all: Waiting, base: Waiting) => number,
): Evidence['ceiling'] {
  if (!figure.provenance.caveats.includes('chance-left-out')) return undefined;
  return () => {
    const { chanceInAll, waitingByChance } = fleet;
    if (!chanceInAll || !waitingByChance) return undefined;
    return fleet.plusWaiting(figure, addedSeconds(chanceInAll, waitingByChance));
  };
}

/**
 * Observed percentiles, plus what chance adds to them. Without any, by the spread that a lower one shows; and without
 * that, by the one that the model of waiting and of the variability of work gives the mean.
 */
function percentile(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const observed = observedAt(fleet, quantity);
  if (observed) {
    const { prediction, curve } = observed;
    const { added, leftOut } = chanceIn(fleet, quantity);
    return plusWaiting(fleet, prediction, curve, added, leftOut);
  }
  const modelled = percentileBySpread(fleet, quantity) ?? percentileByModel(fleet, quantity);
  return modelled && (observedNeighbour(fleet, quantity, modelled.figure.value) ?? modelled);
}

/** What chance adds to a percentile of a fixed number in flight; seconds. */
function chanceIn({ waitingByChance }: Fleet, quantity: Percentile) {
  const added = waitingByChance ? addedByWaiting(waitingByChance, quantity) : 0;
  const leftOut = (all: Waiting): number =>
    Math.max(0, percentileOf(all, quantity) - percentileWithoutChance(all, quantity) - added);
  return { added, leftOut };
}

/** Read from what each observation tells of it by a lower percentile. */
function percentileBySpread(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const observed = readAt(fleet, curveBySpread(fleet.model.engine, quantity));
  if (!observed) return undefined;
  const { added, leftOut } = chanceIn(fleet, quantity);
  return plusWaiting(fleet, observed.prediction, observed.curve, added, leftOut);
}

function percentileByModel(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const { waitingByChance, latency } = fleet;
  const serviceCv = statedFigure(fleet.model.workload.serviceCv, 'factor', 'serviceCv');
  const modelled = waitingByChance && tailOf(fleet, waitingByChance, quantity);
  if (!latency || modelled === undefined || latency.bound === 'undecided') return undefined;
  const share = constantFigure(PERCENTILE_SHARES[quantity], 'share');
  const figure = deriveFigure(
    'percentile.modelled',
    modelled,
    's',
    { share, latency, serviceCv },
    latency.bound,
  );
  const provenance = withCaveats(figure.provenance, ['modelled-tail']);
  const tail = { ...figure, provenance };
  const ceiling = ceilingOf(fleet, tail, (all) =>
    Math.max(0, percentileOf(all, quantity) - modelled),
  );
  return { figure: tail, floor: 0, ...NO_POINTS, ceiling };
}

/**
 * By the chain. Where a server that answers less the more it works on may settle at several loads, the chain may be
 * mostly at a lower one than the mean, which is that of the highest: then as if always as many were in flight.
 */
function tailOf({ balanceHolds }: Fleet, waiting: Waiting, quantity: Percentile): number {
  const ofChain = percentileOf(waiting, quantity);
  if (!balanceHolds) return ofChain;
  return Math.max(ofChain, percentileWithoutChance(waiting, quantity) + waiting.balanceWaiting);
}

/**
 * A percentile that is observed and contradicts the modelled one: a higher one that is lower, or a lower one
 * that is higher. It bounds the one that is asked for, and is what is known of it.
 */
function observedNeighbour(
  fleet: Fleet,
  quantity: Percentile,
  modelled: number,
): Evidence | undefined {
  for (const other of PERCENTILES) {
    if (other === quantity || !observedAt(fleet, other)) continue;
    const known = percentile(fleet, other);
    if (known?.figure.bound !== 'exact') continue;
    const isHigher = PERCENTILE_SHARES[other] > PERCENTILE_SHARES[quantity];
    const bound = isHigher ? '<=' : '>=';
    const { figure } = known;
    const contradicts = isHigher ? figure.value < modelled : figure.value > modelled;
    if (!contradicts) continue;
    return { figure: { ...figure, bound }, floor: isHigher ? 0 : figure.value, ...NO_POINTS };
  }
  return undefined;
}

/** Observed times to first token, plus the mean wait for a slot, which comes before it. */
function timeToFirstToken(fleet: Fleet): Evidence | undefined {
  const observed = observedAt(fleet, 'ttft');
  if (!observed) return undefined;
  const { prediction, curve } = observed;
  const { waitingByChance } = fleet;
  const added = waitingByChance ? addedByWaiting(waitingByChance, 'ttft') : 0;
  return plusWaiting(fleet, prediction, curve, added, (all, base) =>
    Math.max(0, all.waiting - base.waiting + slowedBy(all) * prediction.latency.value),
  );
}

/** By which share chance makes requests slower in their slots: a first token, and each one after it, as the whole. */
function slowedBy({ service, balanceService }: Waiting): number {
  return Math.max(0, service / balanceService - 1);
}

/** Waiting delays the first token, not the others. */
function timePerToken(fleet: Fleet): Evidence | undefined {
  const observed = observedAt(fleet, 'tpot');
  if (!observed) return tokenTimeOfMeans(fleet);
  const { prediction, curve } = observed;
  const slowed = (all: Waiting): number => slowedBy(all) * prediction.latency.value;
  return plusWaiting(fleet, prediction, curve, 0, slowed);
}

/** Where no observation tells both latency and first token: by what some say of the one, and some of the other. */
function tokenTimeOfMeans(fleet: Fleet): Evidence | undefined {
  const { latency, model } = fleet;
  const ttft = timeToFirstToken(fleet)?.figure;
  if (!ttft || !latency || ttft.bound !== 'exact' || isLower(latency.bound)) return undefined;
  const [tokens, ...others] = observationsBehind(model.engine, [latency, ttft]).map(
    ({ observation }) => answerTokens(observation, model.workload),
  );
  if (!tokens || !(tokens.value > 1)) return undefined;
  if (others.some((other) => other?.value !== tokens.value)) return undefined;
  const figure = tokenTime(latency, ttft, statedFigure(tokens, 'tokens', 'outputTokens'));
  return figure && { figure, floor: 0, ...NO_POINTS };
}

interface Observed {
  readonly prediction: Prediction;
  readonly curve: LatencyCurve;
}

function observedAt(fleet: Fleet, quantity: ObservedQuantity): Observed | undefined {
  const { engine, workload } = fleet.model;
  return readAt(fleet, curveOf(engine, quantity, workload));
}

function readAt({ model, load }: Fleet, curve: LatencyCurve): Observed | undefined {
  const at =
    curve.follows === 'parallel' ? model.parallel : load && Math.min(load.value, model.parallel);
  const prediction = at === undefined ? undefined : predictLatency(curve, at);
  return prediction && { prediction, curve };
}

function plusWaiting(
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

function floorOf({ model, load }: Fleet, curve: LatencyCurve, prediction: Prediction): number {
  if (curve.follows === 'parallel' || !load || !isUpper(load.bound)) return prediction.floorSeconds;
  return floorUpTo(curve, prediction, Math.min(load.value, model.parallel));
}

/** The share of requests that are turned away. */
export function rejectedShare(fleet: Fleet): Figure | undefined {
  const { maxQueue } = fleet.model.engine.engine;
  if (!maxQueue) return constantFigure(0, 'share'); // nothing is ever turned away
  const { waitingByChance } = fleet;
  if (!waitingByChance || !fleet.latency) return undefined;
  const queue = statedFigure(maxQueue, 'requests', 'maxQueue');
  const inputs = { maxQueue: queue, latency: fleet.latency };
  const figure = deriveFigure(
    'rejected.modelled',
    waitingByChance.rejectProbability,
    'share',
    inputs,
    fleet.latency.bound,
  );
  const provenance = withCaveats(figure.provenance, ['modelled-waiting']);
  return { ...figure, provenance };
}
