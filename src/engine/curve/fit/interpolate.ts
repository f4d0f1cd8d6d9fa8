/**
 * Interpolates between observations: all families together, each corrected so as to hit every point. How well a family
 * predicts a left-out observation decides its weight. Twice the error gives a sixteenth of the weight, so the choice
 * does not jump if two are as good.
 */
import { bisectLeft } from '../../util/bisectLeft';
import { FAMILIES, familyNamed, type Family } from './families';
import type { Points } from './leastSquares';
import { MOST_IN_TURN, pointsToFit, spreadIndices } from './spread';

/** Least number of points that decide the weights of the families; the saturating one needs three. */
const ENOUGH_TO_WEIGH = 4;
export const ENOUGH_FOR_A_FAMILY = 3;

/** Exponent of the weights: weight = error to the power of minus this. */
export const SHARPNESS = 4;

/** Least error that counts; smaller ones are noise in any family. */
export const LEAST_ERROR = 1e-4;

export type Curve = (load: number) => number;

/** Fits a family to points; undefined if the points are not enough. */
export type Fit = (family: Family, points: Points) => Curve | undefined;

export const fitFamily: Fit = (family, points) => family.fit(pointsToFit(points));

/**
 * Seconds by load, from the first point to the last; straight below three points.
 * @param points Ascending by load, at least two.
 * @param fit Fits a family, possibly from a cache.
 */
export function interpolate(points: Points, fit: Fit = fitFamily): Curve {
  if (points.length < ENOUGH_FOR_A_FAMILY) return straight(points);
  if (points.length < ENOUGH_TO_WEIGH) return correct(points, familyNamed('saturating'), fit);
  const curves = candidates(fit).map((make) => make(points));
  const weights = holdOut(points, fit).map(({ predictions }) => weightOf(predictions));
  return (load) =>
    weighed(
      curves.map((curve) => curve(load)),
      weights,
    );
}

/** Draws a curve through points in one way. */
type Candidate = (points: Points) => Curve;

function candidates(fit: Fit): readonly Candidate[] {
  return [straight, ...FAMILIES.map((family) => (points: Points) => correct(points, family, fit))];
}

/** A known point, and what is predicted of it. */
interface HeldOutPoint {
  readonly point: Point;
  readonly predicted: number;
}

/** Predictions of each candidate for inner points from all others: each point in turn, or some of many. */
export function holdOut(
  points: Points,
  fit: Fit,
): readonly { readonly predictions: readonly HeldOutPoint[] }[] {
  const inner = spreadIndices(points, 1, points.length - 1, MOST_IN_TURN);
  return candidates(fit).map((make) => ({
    predictions: inner.flatMap((i): HeldOutPoint[] => {
      const point = points[i];
      return point ? [{ point, predicted: make(without(points, i))(point[0]) }] : [];
    }),
  }));
}

export function without(points: Points, index: number): Points {
  return [...points.slice(0, index), ...points.slice(index + 1)];
}

/** Weight of a candidate by its mean relative error (in logarithms). */
export function weightOf(predictions: readonly HeldOutPoint[]): number {
  const errors = predictions.map(({ point, predicted }) =>
    Math.abs(Math.log(predicted / point[1])),
  );
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return Math.max(LEAST_ERROR, mean) ** -SHARPNESS;
}

/** Weighted mean of logarithms, as seconds. */
export function weighed(seconds: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const logs = seconds.map((value, i) => (weights[i] ?? 0) * Math.log(value));
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / total);
}

/** Straight lines from point to point. */
function straight(points: Points): Curve {
  return (load) => {
    const [before, after] = neighbours(points, load);
    if (before[0] === after[0]) return before[1];
    return before[1] + ((after[1] - before[1]) * (load - before[0])) / (after[0] - before[0]);
  };
}

/** Bends a fitted family so that it goes through every point and never leaves the range of two neighbours. */
function correct(points: Points, family: Family, fit: Fit): Curve {
  const fitted = fit(family, points);
  // no family fits points that are too far apart for floating-point numbers
  if (!fitted || points.some(([load]) => !(fitted(load) > 0 && fitted(load) < Infinity))) {
    return straight(points);
  }
  const residuals = straight(
    points.map(([load, seconds]) => [load, Math.log(seconds / fitted(load))]),
  );
  return (load) => {
    const [before, after] = neighbours(points, load);
    const value = fitted(load) * Math.exp(residuals(load));
    const [low, high] = before[1] < after[1] ? [before[1], after[1]] : [after[1], before[1]];
    return Math.min(high, Math.max(low, value));
  };
}

type Point = Points[number];

function neighbours(points: Points, load: number): readonly [Point, Point] {
  const next = bisectLeft(points.length, (i) => points[i]?.[0], load);
  const after = points[next] ?? points.at(-1);
  const before = points[next === points.length ? 0 : Math.max(0, next - 1)];
  if (!before || !after) throw new RangeError('a curve has points');
  return next === 0 ? [after, after] : [before, after];
}
