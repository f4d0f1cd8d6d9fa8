/**
 * Reads a latency curve anywhere: exactly at observations, and on its knots between them. The knots are straight lines,
 * or the families that `fit/` fits. Beyond the observations it continues straight, or as a certain bound.
 */
import { isLower, isUpper } from '../figure/bounds';
import type { Caveat, Figure, Reach } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { combineProvenance, withCaveats, withReach } from '../figure/provenance';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Bound } from '../plan/plan';
import { bisectLeft } from '../util/bisectLeft';
import { memoize } from '../util/cache';
import { clearlyLess, nearlyEqual } from '../util/rounding';
import type { CurvePoint, LatencyCurve, ModelledCurve } from './curve';
import { ENOUGH_TO_WEIGH_SLOPES, slopeBeyond } from './fit/extrapolate';
import type { Points } from './fit/leastSquares';

export interface Prediction {
  /** S, without queueing. */
  readonly latency: Figure;
  /** Least seconds that S can be under the curve's assumptions; 0 if unknown. */
  readonly floorSeconds: number;
  /** Points that it is based on: one or two. */
  readonly points: readonly CurvePoint[];
}

/** Straight piece of a curve: S(b) = intercept + slope b for from <= b <= to. */
export interface CurveSegment {
  readonly from: number;
  readonly to: number;
  readonly intercept: number;
  readonly slope: number;
}

/**
 * Straight pieces of the curve, ascending and without gaps from 0 to `end` (requests or slots). Below the first point
 * the curve is flat at it. That is an upper bound, since latency does not fall as load grows. Beyond the last it
 * continues straight from the last two, and never falls.
 */
export function curveSegments(curve: LatencyCurve, end: number): readonly CurveSegment[] {
  const segments: CurveSegment[] = [];
  const [first] = curve.knots;
  if (!first) return segments;
  const [firstAt, alone] = first;
  segments.push({ from: 0, to: Math.min(firstAt, end), intercept: alone, slope: 0 });
  curve.knots.forEach((knot, index) => {
    const [at] = knot;
    if (at >= end) return;
    const next = curve.knots[index + 1];
    const line = next ? lineThrough(knot, next) : lineBeyond(curve);
    segments.push({ from: at, to: next ? Math.min(next[0], end) : end, ...line });
  });
  return segments;
}

/** All straight pieces, for any number of slots; computed once for a curve. */
export const wholeCurve = memoize((curve: LatencyCurve) => curveSegments(curve, Infinity));

/**
 * Latency of the curve at one place.
 * @param at Requests in flight on the server, or its slots with `latencyFollows: parallel`. Below 1 a request has the
 * server to itself, so S(1) counts.
 */
export function predictLatency(curve: LatencyCurve, at: number): Prediction | undefined {
  const { points, modelled } = curve;
  const [first] = points;
  const last = points.at(-1);
  const place = Math.max(1, at);
  if (modelled && !(first && last)) return byModel(curve, modelled, [], place);
  if (!first || !last) return undefined;
  const nextIndex = bisectLeft(points.length, (i) => points[i]?.at, place);
  const before = points[nextIndex - 1];
  const after = points[nextIndex];
  const known = [before, after].find((point) => point && nearlyEqual(point.at, place));
  if (known) return observedAt(known);
  if (modelled && !(before && after)) {
    return byModel(curve, modelled, [before ?? first], place);
  }
  if (!before) return belowFirst(first, place);
  return after ? between(curve, before, after, place) : beyondLast(curve, last, place);
}

/**
 * Floor of a prediction at a place known only as an upper bound. Below the first point a lighter load has a lower
 * floor, down to a single request. Beyond it the floor is that of a point at a lighter load.
 */
export function floorUpTo(
  curve: LatencyCurve,
  { floorSeconds, points }: Prediction,
  at: number,
): number {
  const [first] = points;
  if (!first || !clearlyLess(at, first.at)) return floorSeconds;
  return predictLatency(curve, 1)?.floorSeconds ?? 0;
}

/** Observations of the points, each once. */
export function observationsOf(points: readonly CurvePoint[]): readonly ObservationAssessment[] {
  const [first, ...others] = points;
  if (first && others.length === 0) return first.observations;
  return points.flatMap((point) => point.observations);
}

function observedAt(point: CurvePoint): Prediction {
  const { latency } = point;
  const floorSeconds = isUpper(latency.bound) || latency.bound === 'undecided' ? 0 : latency.value;
  return { latency, floorSeconds, points: [point] };
}

/** Reading of the token model, where no observations at these lengths are on both sides of the load. */
function byModel(
  curve: LatencyCurve,
  { server, promptTokens, outputTokens, reach }: ModelledCurve,
  points: readonly CurvePoint[],
  at: number,
): Prediction {
  const seconds = readKnots(curve, at);
  const inputs = {
    at: constantFigure(at, 'requests/server'),
    promptTokens,
    outputTokens,
    server,
  };
  const known = withReach(combineProvenance([server]), points.length > 0 ? 'extrapolated' : reach);
  const latency = deriveFigure('latency.scaled', seconds, 's', inputs, 'exact', known);
  return { latency, floorSeconds: seconds, points };
}

function belowFirst(first: CurvePoint, at: number): Prediction {
  const { bound, value } = first.latency;
  const flat: Bound = bound === 'exact' ? '<=' : isLower(bound) ? 'undecided' : bound;
  const latency = fromPoint('latency.flat', value, at, first, flat);
  // throughput does not fall as load grows, so b / S(b) <= b1 / S(b1)
  const floorSeconds = isUpper(bound) || bound === 'undecided' ? 0 : (value * at) / first.at;
  return { latency, floorSeconds, points: [first] };
}

function between(
  curve: LatencyCurve,
  before: CurvePoint,
  after: CurvePoint,
  at: number,
): Prediction {
  const bounds = [before.latency.bound, after.latency.bound];
  const bound: Bound = bounds.every((b) => b === 'exact')
    ? 'exact'
    : bounds.includes('undecided') || (bounds.some(isUpper) && bounds.some(isLower))
      ? 'undecided'
      : bounds.some(isUpper)
        ? '<='
        : '>=';
  const points = [before, after] as const;
  const value = readKnots(curve, at);
  const formula = curve.shape === 'straight' ? 'latency.interpolated' : 'latency.shaped';
  const latency = fromTwo(formula, value, at, points, bound, 'interpolated');
  const floorSeconds = bound === 'exact' ? value : floorOf(before);
  return { latency, floorSeconds, points };
}

function beyondLast(curve: LatencyCurve, last: CurvePoint, at: number): Prediction {
  const { points } = curve;
  const before = points.at(-2);
  const { bound, value } = last.latency;
  const floorSeconds = floorOf(last);
  if (before && isStraightOn(before, last)) {
    const { intercept, slope } = lineBeyond(curve);
    const seconds = intercept + slope * at;
    if (slope > 0 && weighsAll(curve)) {
      const latency = straightOn(points, last, slope, at, seconds);
      return { latency, floorSeconds, points };
    }
    const pair = [before, last] as const;
    const latency =
      slope === 0
        ? fromPoint('latency.flat', seconds, at, last, 'exact')
        : fromTwo('latency.extrapolated', seconds, at, pair, 'exact', 'extrapolated');
    return { latency, floorSeconds, points: pair };
  }
  if (isLower(bound) || bound === 'undecided') {
    const latency = fromPoint('latency.flat', value, at, last, bound);
    return { latency, floorSeconds, points: [last] };
  }
  const proportional = (value * at) / last.at;
  const upper: Bound = bound === 'exact' ? '<=' : bound;
  const caveats: readonly Caveat[] = ['throughput-may-fall'];
  const latency = fromPoint('latency.proportional', proportional, at, last, upper, caveats);
  return { latency, floorSeconds, points: [last] };
}

/** Prediction beyond the last point. The slope includes all points, and is as well known as the worst of them. */
function straightOn(
  points: readonly CurvePoint[],
  last: CurvePoint,
  slope: number,
  at: number,
  seconds: number,
): Figure {
  const known = combineProvenance(points.map(({ latency }) => latency));
  const inputs = {
    at: constantFigure(at, 'requests/server'),
    at1: constantFigure(last.at, 'requests/server'),
    latency1: last.latency,
    slope: constantFigure(slope, 's'),
  };
  const provenance = withReach(known, 'extrapolated');
  return deriveFigure('latency.straightOn', seconds, 's', inputs, 'exact', provenance);
}

/** Tells if two points make a line: both must be exact, since a bound gives no slope. */
function isStraightOn(before: CurvePoint, last: CurvePoint): boolean {
  return before.latency.bound === 'exact' && last.latency.bound === 'exact';
}

function floorOf({ latency }: CurvePoint): number {
  return latency.bound === 'exact' || isLower(latency.bound) ? latency.value : 0;
}

function fromPoint(
  formula: 'latency.flat' | 'latency.proportional',
  seconds: number,
  at: number,
  point: CurvePoint,
  bound: Bound,
  caveats: readonly Caveat[] = [],
): Figure {
  const inputs = {
    at: constantFigure(at, 'requests/server'),
    at1: constantFigure(point.at, 'requests/server'),
    latency1: point.latency,
  };
  const known = withReach(combineProvenance([point.latency]), 'extrapolated');
  return deriveFigure(formula, seconds, 's', inputs, bound, withCaveats(known, caveats));
}

function fromTwo(
  formula: 'latency.interpolated' | 'latency.shaped' | 'latency.extrapolated',
  seconds: number,
  at: number,
  [before, after]: readonly [CurvePoint, CurvePoint],
  bound: Bound,
  reach: Reach,
): Figure {
  const inputs = {
    at: constantFigure(at, 'requests/server'),
    at1: constantFigure(before.at, 'requests/server'),
    latency1: before.latency,
    at2: constantFigure(after.at, 'requests/server'),
    latency2: after.latency,
  };
  const known = combineProvenance([before.latency, after.latency]);
  return deriveFigure(formula, seconds, 's', inputs, bound, withReach(known, reach));
}

type Knot = Points[number];

interface Line {
  readonly intercept: number;
  readonly slope: number;
}

function lineThrough(a: Knot, b: Knot): Line {
  const slope = (b[1] - a[1]) / (b[0] - a[0]);
  return { intercept: a[1] - slope * a[0], slope };
}

function knotOf({ at, latency }: CurvePoint): Knot {
  return [at, latency.value];
}

function readKnots(curve: LatencyCurve, at: number): number {
  const { knots } = curve;
  const index = bisectLeft(knots.length, (i) => knots[i]?.[0], at);
  const [before, after] = [knots[index - 1], knots[index]];
  if (before && !after) {
    const { intercept, slope } = lineBeyond(curve);
    return intercept + slope * at;
  }
  if (!before || !after) return after?.[1] ?? Number.NaN;
  const { intercept, slope } = lineThrough(before, after);
  return intercept + slope * at;
}

/** Tells if all points decide the slope beyond the last, or the last two only. */
function weighsAll({ points, shape }: LatencyCurve): boolean {
  return shape === 'families' && points.length >= ENOUGH_TO_WEIGH_SLOPES;
}

const lineBeyond = memoize((curve: LatencyCurve): Line => {
  if (curve.modelled) {
    const [before, last] = [curve.knots.at(-2), curve.knots.at(-1)];
    return before && last ? lineThrough(before, last) : { intercept: Number.NaN, slope: 0 };
  }
  const { points } = curve;
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last) return { intercept: Number.NaN, slope: 0 };
  if (before && isStraightOn(before, last)) {
    if (weighsAll(curve)) {
      const slope = slopeBeyond(points.map(knotOf));
      return { intercept: last.latency.value - slope * last.at, slope };
    }
    const falling = clearlyLess(last.latency.value, before.latency.value);
    return falling
      ? { intercept: last.latency.value, slope: 0 }
      : lineThrough(knotOf(before), knotOf(last));
  }
  if (isLower(last.latency.bound) || last.latency.bound === 'undecided') {
    return { intercept: last.latency.value, slope: 0 };
  }
  return { intercept: 0, slope: last.latency.value / last.at };
});
