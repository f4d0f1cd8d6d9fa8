/**
 * How far a prediction may be off: the spread of leaving out each observation in turn. One pseudo-error
 * stands in for the many curves that were measured elsewhere, as a few left-out points alone say little.
 */
import { interpolate, type Curve } from './interpolate';
import type { Points } from './leastSquares';

/** A typical error of predicting a point of a measured curve, 5 % (docs/engine.md has the figures). */
const TYPICAL_ERROR = 0.05;

/** 80 % of a normal distribution lie within so many standard deviations. */
const Z_80 = 1.2816;

export interface Band {
  /** The value is within a factor of 1 +- this, roughly: half the width in logarithms. */
  readonly between: number;
  readonly beyond: number;
}

/**
 * @param points Ascending by load.
 * @param extrapolate What is predicted beyond the last of the points that it is given.
 * @returns undefined below three points.
 */
export function bandOf(points: Points, extrapolate: (points: Points) => Curve): Band | undefined {
  if (points.length < 3) return undefined;
  const inner = points.slice(1, -1).map(([load, seconds], i) => {
    const others = [...points.slice(0, i + 1), ...points.slice(i + 2)];
    return Math.log(seconds / interpolate(others)(load));
  });
  const between = halfWidth(inner);
  return { between, beyond: Math.max(between, halfWidth(errorsForetold(points, extrapolate))) };
}

/** Of predicting each point but the first three, or the last of three, from those before it. */
function errorsForetold(points: Points, extrapolate: (points: Points) => Curve): readonly number[] {
  const first = Math.min(3, points.length - 1);
  return points
    .slice(first)
    .map(([load, seconds], i) => Math.log(seconds / extrapolate(points.slice(0, first + i))(load)));
}

function halfWidth(errors: readonly number[]): number {
  const squares = errors.reduce((sum, error) => sum + error * error, TYPICAL_ERROR ** 2);
  return Z_80 * Math.sqrt(squares / (errors.length + 1));
}
