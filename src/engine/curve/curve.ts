/**
 * The latency curve of an engine: S(b), the mean time from sending a request to its whole answer with b
 * requests in flight on the server and none waiting; or, with `latencyFollows: parallel`, S(p) by the
 * configured slots, whatever the load. This file turns observations into points; `predict.ts` reads
 * the curve between and beyond them.
 */
import { isLower, isUpper, joinBounds } from '../figure/bounds';
import type { Figure } from '../figure/figure';
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
import { bisectLeft } from '../util/bisectLeft';
import { memoize } from '../util/memoize';
import { atMost, clearlyLess, nearlyEqual, TOLERANCE } from '../util/rounding';
import type { Points } from './fit/leastSquares';
import { ENOUGH_FOR_A_SHAPE, shapeOf } from './fit/shape';

export interface LatencyCurve {
  readonly follows: 'load' | 'parallel';
  /** By `at`, ascending, no two at the same. */
  readonly points: readonly CurvePoint[];
  /** Measured, but with waiting for a slot in it, which better points beside it show: they tell what is not slower. */
  readonly setAside: readonly CurvePoint[];
  /** From the first point to the last, through all of them: straight between neighbours. */
  readonly knots: Points;
  /** Whether families shape it between the points, or straight lines do. */
  readonly shape: 'straight' | 'families';
}

export interface CurvePoint {
  /** The load, or the slots, that the point sits at; at least 1. */
  readonly at: number;
  /** Mean latency with no request waiting. */
  readonly latency: Figure;
  readonly source: Source;
  /** Share of the slots that were busy, where that is known: 1 where it is not. */
  readonly occupancy: number;
  /** Requests in flight on one server when it was observed. */
  readonly load: number;
  /** More than one where observations at the same place were averaged. */
  readonly observations: readonly ObservationAssessment[];
}

/** The curve through all observations of which both a latency and a load are known. */
export function buildCurve(
  engine: Engine,
  observations: readonly ObservationAssessment[],
  follows: 'load' | 'parallel' = engine.latencyFollows.value,
): LatencyCurve {
  const points = observations
    .map((observation) => placeObservation(observation, follows))
    .filter((point) => point !== undefined)
    .sort((a, b) => a.at - b.at);
  const { kept, setAside } = setWaitingAside(points);
  const merged = mergeSamePlace(kept);
  const known = merged.map(({ at, latency }) => [at, latency.value] as const);
  const isShaped = knowsItsShape(merged);
  return {
    follows,
    points: merged,
    setAside,
    knots: isShaped ? shapeOf(known).knots : known,
    shape: isShaped ? 'families' : 'straight',
  };
}

/** Three points that somebody saw; a bound or a guess among them shapes nothing but straight lines. */
function knowsItsShape(points: readonly CurvePoint[]): boolean {
  const seen = points.filter(({ source }) => WAS_SEEN[source]);
  return (
    seen.length >= ENOUGH_FOR_A_SHAPE && points.every(({ latency }) => latency.bound === 'exact')
  );
}

const WAS_SEEN: Readonly<Record<Source, boolean>> = {
  measured: true,
  reported: true,
  estimate: false,
  guess: false,
};

/** Each of them can prove a miss, whether it shapes the curve or not. */
export function allPoints({ points, setAside }: LatencyCurve): readonly CurvePoint[] {
  return setAside.length === 0 ? points : [...points, ...setAside];
}

/** Pairs of neighbouring points of which the later has the lower latency, though its load is heavier. */
export function findFalls(curve: LatencyCurve): readonly (readonly [CurvePoint, CurvePoint])[] {
  const falls: (readonly [CurvePoint, CurvePoint])[] = [];
  curve.points.forEach((point, index) => {
    const next = curve.points[index + 1];
    if (next?.latency.bound !== 'exact' || point.latency.bound !== 'exact') return;
    if (clearlyLess(next.latency.value, point.latency.value)) falls.push([point, next]);
  });
  return falls;
}

/** Whether no point is faster than the one before it. */
export const neverFalls = memoize(({ points }: LatencyCurve): boolean =>
  points.every(({ latency }, i) => !clearlyLess(latency.value, points[i - 1]?.latency.value ?? 0)),
);

/**
 * The fastest of what was observed beyond a place, in seconds: a curve that falls contradicts itself, and then is no
 * slower there for certain. Infinity where it never falls.
 */
export function fastestBeyond(curve: LatencyCurve, at: number): number {
  if (neverFalls(curve)) return Infinity;
  const beyond = curve.points.filter((point) => point.at > at);
  return beyond.reduce((least, { latency }) => Math.min(least, latency.value), Infinity);
}

function placeObservation(
  assessed: ObservationAssessment,
  follows: 'load' | 'parallel',
): CurvePoint | undefined {
  const { observation, latency, load } = assessed;
  const parallel = observation.parallel?.value;
  if (!latency || !(latency.value > 0)) return undefined;
  const inFlight = load?.value ?? parallel;
  if (inFlight === undefined) return undefined;
  // whether the server kept up nobody knows: if not, the latency grew with the length of the run
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

/** All of them where rounding is all that is missing. */
function busySlots(observation: Observation, inFlight: number, parallel: number): number {
  return inFlight > parallel * (1 - roundingOfLoad(observation)) ? parallel : inFlight;
}

/**
 * What is known of a load is known of where a point sits: with at most so many in flight, S there is at least what was
 * observed, and with at least so many at most. (A load is a bound because its latency is one says nothing more.)
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
 * A benchmark with more in flight than slots tells the server's capacity: its slots were busy all the
 * time, so a slot took latency x slots / in flight for a request (Little's law on the slots alone). Where requests
 * came by chance some slots were free at times, and a slot takes no more than that.
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
 * S(b) has no waiting in it. Where requests came by chance and most slots were in use, what was measured has: between
 * points without, as well known, that it lies above, it says nothing of S(b).
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

/** With fewer of its slots in use than this a server makes next to no request wait. */
export const WAITS_NONE = 0.5;

function mayHaveWaited({ occupancy, observations }: CurvePoint): boolean {
  return observations.some(
    ({ observation }) =>
      observation.parallel !== undefined &&
      occupancy > WAITS_NONE &&
      hasRandomArrivals(observation),
  );
}

/** Whether a point lies on or above the line between its neighbours among others, which are as well known. */
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

/** Two observations at the same place: the mean of the better-known ones. */
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

function bestOf(points: readonly CurvePoint[]): CurvePoint {
  const [first, ...others] = points;
  if (!first) throw new RangeError('no point to choose from');
  if (others.length === 0) return first;
  const best = Math.min(...points.map((point) => rankKnown(point.source)));
  const bestKnown = points.filter((point) => rankKnown(point.source) === best);
  const exact = bestKnown.filter((point) => point.latency.bound === 'exact');
  return exact.length > 0 ? meanOf(exact) : tightestOf(bestKnown);
}

function meanOf(points: readonly CurvePoint[]): CurvePoint {
  const [first] = points;
  if (!first || points.length === 1) return first ?? tightestOf(points);
  const seconds = points.reduce((sum, point) => sum + point.latency.value, 0) / points.length;
  const inputs = Object.fromEntries(points.map((point, i) => [`latency${i + 1}`, point.latency]));
  return {
    ...first,
    latency: deriveFigure('latency.meanOfObserved', seconds, 's', inputs),
    occupancy: Math.min(...points.map((point) => point.occupancy)),
    load: Math.min(...points.map((point) => point.load)),
    observations: points.flatMap((point) => point.observations),
  };
}

/** Of bounds alone, the lowest upper one counts, and without any the highest lower one. */
function tightestOf(points: readonly CurvePoint[]): CurvePoint {
  const upper = points.filter(({ latency }) => latency.bound === '<' || latency.bound === '<=');
  const [first, ...others] = upper.length > 0 ? upper : points;
  if (!first) throw new RangeError('no point to choose from');
  const sign = upper.length > 0 ? 1 : -1;
  return others.reduce((a, b) => (sign * b.latency.value < sign * a.latency.value ? b : a), first);
}
