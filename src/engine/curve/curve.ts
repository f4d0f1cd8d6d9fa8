/**
 * Latency curve of an engine: S(b), the mean time from sending a request to its whole answer. b requests are in flight
 * on the server and none waits. With `latencyFollows: parallel` it is S(p) by the configured slots, whatever the load.
 * This file turns observations into points; `predict.ts` reads the curve between and beyond them.
 */
import { isLower, isUpper, joinBounds } from '../figure/bounds';
import type { Figure, Reach } from '../figure/figure';
import { deriveFigure, statedFigure } from '../figure/figures';
import { rankKnown, withCaveats } from '../figure/provenance';
import { roundingOfLoad } from '../observation/littlesLaw';
import type { ObservationAssessment } from '../observation/observationAssessment';
import {
  hasRandomArrivals,
  wasSaturated,
  hasKnownStability,
} from '../observation/observedArrivals';
import type { Engine, Observation, Source } from '../plan/plan';
import { SOURCE_TRAITS } from '../plan/sources';
import { bisectLeft } from '../util/bisectLeft';
import { memoize } from '../util/cache';
import { atMost, clearlyLess, nearlyEqual, TOLERANCE } from '../util/rounding';
import type { Points } from './fit/leastSquares';
import { ENOUGH_FOR_A_SHAPE, shapeOf } from './fit/shape';

export interface LatencyCurve {
  readonly follows: 'load' | 'parallel';
  /** Points by `at`, ascending, no two at the same. */
  readonly points: readonly CurvePoint[];
  /**
   * Measured points that include queueing, as better points near them show. They prove only that the server is not
   * slower.
   */
  readonly setAside: readonly CurvePoint[];
  /** Points to draw from the first to the last, straight between neighbours. */
  readonly knots: Points;
  /** Shape between the points: fitted families, straight lines, or the token model. */
  readonly shape: 'straight' | 'families' | 'tokens';
  /** What the token model knows of the curve at the workload's token lengths; undefined for the other shapes. */
  readonly modelled?: ModelledCurve;
}

/** Range as shares of a reading: 0.9 and 1.2 if the truth may be a tenth lower or a fifth higher. */
export interface CurveRange {
  readonly low: number;
  readonly high: number;
}

/** A curve at token lengths or loads that were not observed. */
export interface ModelledCurve {
  /** Distance of the lengths from what was observed. */
  readonly reach: Reach;
  /** Evidence behind the model: what it was fitted to, or the hardware alone. */
  readonly server: Figure;
  readonly promptTokens: Figure;
  readonly outputTokens: Figure;
  /** 80 % band at a load, as shares of the reading there. */
  readonly rangeAt: (load: number) => CurveRange;
}

export interface CurvePoint {
  /** Load or slots of the point; at least 1. */
  readonly at: number;
  /** Mean latency with no request waiting. */
  readonly latency: Figure;
  readonly source: Source;
  /** Share of the slots that were busy; 1 if unknown. */
  readonly occupancy: number;
  /** Requests in flight on one server when it was observed. */
  readonly load: number;
  /** Observations of the point; several if observations at the same place were averaged. */
  readonly observations: readonly [ObservationAssessment, ...ObservationAssessment[]];
}

/** Builds the curve through all observations with a known latency and load. */
export function buildCurve(
  engine: Engine,
  observations: readonly ObservationAssessment[],
  follows: 'load' | 'parallel' = engine.latencyFollows.value,
): LatencyCurve {
  const { points, setAside } = placeObservations(observations, follows);
  const known = points.map(({ at, latency }) => [at, latency.value] as const);
  const isShaped = knowsItsShape(points);
  return {
    follows,
    points,
    setAside,
    knots: isShaped ? shapeOf(known).knots : known,
    shape: isShaped ? 'families' : 'straight',
  };
}

/** Returns the points of a curve by `at`, ascending, one at each place, and those set aside. */
export function placeObservations(
  observations: readonly ObservationAssessment[],
  follows: 'load' | 'parallel',
): Pick<LatencyCurve, 'points' | 'setAside'> {
  const points = observations
    .flatMap((each) => (each.withAllUsers ? [each, each.withAllUsers] : [each]))
    .map((observation) => placeObservation(observation, follows))
    .filter((point) => point !== undefined)
    .sort((a, b) => a.at - b.at);
  const { kept, setAside } = setWaitingAside(points);
  return { points: mergeSamePlace(kept), setAside };
}

/**
 * Tells if three points were measured or reported exactly. With a bound or a guess among them, only straight lines are
 * drawn.
 */
function knowsItsShape(points: readonly CurvePoint[]): boolean {
  const seen = points.filter(({ source }) => SOURCE_TRAITS[source].wasSeen);
  return (
    seen.length >= ENOUGH_FOR_A_SHAPE && points.every(({ latency }) => latency.bound === 'exact')
  );
}

/** Returns all points, those set aside too. Each can prove a miss, whether it shapes the curve or not. */
export function allPoints({ points, setAside }: LatencyCurve): readonly CurvePoint[] {
  return setAside.length === 0 ? points : [...points, ...setAside];
}

/** Returns pairs of neighbouring exact points of which the one at the heavier load is faster. */
export function findFalls(curve: LatencyCurve): readonly (readonly [CurvePoint, CurvePoint])[] {
  const falls: (readonly [CurvePoint, CurvePoint])[] = [];
  curve.points.forEach((point, index) => {
    const next = curve.points[index + 1];
    if (next?.latency.bound !== 'exact' || point.latency.bound !== 'exact') return;
    if (clearlyLess(next.latency.value, point.latency.value)) falls.push([point, next]);
  });
  return falls;
}

/** Tells if no point is faster than the one before it. */
export const neverFalls = memoize(({ points }: LatencyCurve): boolean =>
  points.every(({ latency }, i) => !clearlyLess(latency.value, points[i - 1]?.latency.value ?? 0)),
);

/**
 * Returns the lowest observed latency beyond a place, in seconds; Infinity if the curve never falls. A curve that falls
 * contradicts itself, and then only this bound is certain there.
 */
export function fastestBeyond(curve: LatencyCurve, at: number): number {
  if (neverFalls(curve)) return Infinity;
  const beyond = curve.points.filter((point) => point.at > at);
  return beyond.reduce((least, { latency }) => Math.min(least, latency.value), Infinity);
}

/** Returns the point of one observation; undefined if its load or its latency without queueing is not known. */
export function placeObservation(
  assessed: ObservationAssessment,
  follows: 'load' | 'parallel',
): CurvePoint | undefined {
  const { observation, latency, load } = assessed;
  const parallel = observation.parallel?.value;
  if (!latency || !(latency.value > 0)) return undefined;
  const inFlight = load?.value ?? parallel;
  if (inFlight === undefined) return undefined;
  // without known stability, latency may have grown with the length of the run
  if (assessed.queued && !hasKnownStability(observation)) return undefined;
  const busy = parallel === undefined ? inFlight : busySlots(observation, inFlight, parallel);
  const at = follows === 'parallel' ? parallel : busy;
  if (at === undefined) return undefined;
  return {
    at: Math.max(1, at),
    latency: boundedByLoad(
      assessed,
      assessed.queued ? latencyAtCapacity(assessed, latency) : latency,
    ),
    source: observation.source.value,
    occupancy: parallel === undefined ? 1 : Math.min(1, inFlight / parallel),
    load: busy,
    observations: [assessed],
  };
}

/** Returns the busy slots: all of them if only rounding is missing. Little's law may give 7.98 of 8. */
function busySlots(observation: Observation, inFlight: number, parallel: number): number {
  return inFlight > parallel * (1 - roundingOfLoad(observation)) ? parallel : inFlight;
}

/**
 * Joins the bound of the load to that of the latency. With at most 8 in flight at 2 s, S(8) is at least 2 s. With at
 * least 8, it is at most 2 s. A load that is a bound only because its latency is one adds nothing.
 */
function boundedByLoad({ observation, load }: ObservationAssessment, latency: Figure): Figure {
  const about = load?.provenance.caveats.includes('approximate') ?? false;
  const provenance = about ? withCaveats(latency.provenance, ['approximate']) : latency.provenance;
  const { users, throughputPerSecond } = observation;
  const stated = users ? 'exact' : (throughputPerSecond?.bound ?? 'exact');
  const bound = isUpper(stated) ? '>=' : isLower(stated) ? '<=' : 'exact';
  return { ...latency, provenance, bound: joinBounds(latency.bound, bound) };
}

/**
 * Computes the time in a slot from a benchmark with more in flight than slots: latency x slots / in flight (Little 1961,
 * on slots that are always busy). 16 in flight at 4 s on 8 slots spend 2 s in a slot. With random arrivals some slots
 * were free at times, so the result is an upper bound.
 */
function latencyAtCapacity(assessed: ObservationAssessment, latency: Figure): Figure {
  const { inFlight, observation, slots } = assessed;
  if (!inFlight || !slots || !observation.parallel) return latency;
  const seconds = (latency.value * slots.value) / inFlight.value;
  const parallel = statedFigure(observation.parallel, 'slots/server', 'parallel');
  const bound = inFlight.bound === 'exact' ? latency.bound : 'undecided';
  const inputs = { latency, slots, inFlight, parallel };
  const figure = deriveFigure('latency.atCapacity', seconds, 's', inputs, bound);
  if (wasSaturated(observation)) return figure;
  return { ...figure, provenance: withCaveats(figure.provenance, ['slots-free-at-times']) };
}

/**
 * Separates points that include queueing, since S(b) has none. A run with random arrivals and most slots in use queues.
 * Its point is set aside if it lies above points without queueing that are as well known.
 */
function setWaitingAside(sorted: readonly CurvePoint[]): {
  readonly kept: readonly CurvePoint[];
  readonly setAside: readonly CurvePoint[];
} {
  const waiting = new Set(sorted.filter(mayHaveWaited));
  if (waiting.size === 0) return { kept: sorted, setAside: [] };
  const plain = mergeSamePlace(sorted.filter((point) => !waiting.has(point)));
  const setAside = sorted.filter((point) => waiting.has(point) && isAbove(point, plain));
  const aside = new Set(setAside);
  return { kept: sorted.filter((point) => !aside.has(point)), setAside };
}

/** Largest occupancy at which a server makes next to no request wait. */
export const WAITS_NONE = 0.5;

/** Tells if requests of a point may have queued: they came at random while most slots were busy. */
function mayHaveWaited({ occupancy, observations }: CurvePoint): boolean {
  return observations.some(
    ({ observation }) =>
      observation.parallel !== undefined &&
      occupancy > WAITS_NONE &&
      hasRandomArrivals(observation),
  );
}

/** Tells if a point lies on or above the line between its neighbours among others that are as well known. */
function isAbove(point: CurvePoint, plain: readonly CurvePoint[]): boolean {
  const index = bisectLeft(plain.length, (i) => plain[i]?.at, point.at * (1 - TOLERANCE));
  const after = plain[index];
  const before = after && atMost(after.at, point.at) ? after : plain[index - 1];
  if (!before || !after) return false;
  const areKnown = [before, after].every(
    ({ latency, source }) =>
      latency.bound === 'exact' && rankKnown(source) <= rankKnown(point.source),
  );
  const share = after.at > before.at ? (point.at - before.at) / (after.at - before.at) : 0;
  const between = before.latency.value + share * (after.latency.value - before.latency.value);
  return areKnown && atMost(between, point.latency.value);
}

/** Merges points at the same place, so that each place has one. */
function mergeSamePlace(sorted: readonly CurvePoint[]): CurvePoint[] {
  const merged: CurvePoint[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && nearlyEqual(at(sorted, end), at(sorted, start))) end++;
    merged.push(bestOf(sorted.slice(start, end)));
    start = end;
  }
  return merged;
}

function at(points: readonly CurvePoint[], index: number): number {
  return points[index]?.at ?? Number.NaN;
}

/**
 * Reduces points at one place to one: the mean of the exact ones among the best known, otherwise their tightest bound.
 * Measurements of 2 s and 4 s and a guess of 9 s make 3 s.
 */
function bestOf(points: readonly CurvePoint[]): CurvePoint {
  const [first, ...others] = points;
  if (!first) throw new RangeError('no point to choose from');
  if (others.length === 0) return first;
  const best = Math.min(...points.map((point) => rankKnown(point.source)));
  const bestKnown = points.filter((point) => rankKnown(point.source) === best);
  const exact = bestKnown.filter((point) => point.latency.bound === 'exact');
  return exact.length > 0 ? meanOf(exact) : tightestOf(bestKnown);
}

/** Averages exact points at one place. Occupancy and load are the lowest, which prove least about queueing. */
function meanOf(points: readonly CurvePoint[]): CurvePoint {
  const [first, ...others] = points;
  if (!first || others.length === 0) return first ?? tightestOf(points);
  const seconds = points.reduce((sum, point) => sum + point.latency.value, 0) / points.length;
  const inputs = Object.fromEntries(points.map((point, i) => [`latency${i + 1}`, point.latency]));
  return {
    ...first,
    latency: deriveFigure('latency.meanOfObserved', seconds, 's', inputs),
    occupancy: Math.min(...points.map((point) => point.occupancy)),
    load: Math.min(...points.map((point) => point.load)),
    observations: [...first.observations, ...others.flatMap((point) => point.observations)],
  };
}

/** Returns the tightest of several bounds: the lowest upper one; without any, the highest lower one. */
function tightestOf(points: readonly CurvePoint[]): CurvePoint {
  const upper = points.filter(({ latency }) => latency.bound === '<' || latency.bound === '<=');
  const [first, ...others] = upper.length > 0 ? upper : points;
  if (!first) throw new RangeError('no point to choose from');
  const sign = upper.length > 0 ? 1 : -1;
  return others.reduce((a, b) => (sign * b.latency.value < sign * a.latency.value ? b : a), first);
}
