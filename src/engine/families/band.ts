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
  const last = points.at(-1);
  if (points.length < 3 || !last) return undefined;
  const inner = points.slice(1, -1).map(([load, seconds], i) => {
    const others = [...points.slice(0, i + 1), ...points.slice(i + 2)];
    return Math.log(seconds / interpolate(others)(load));
  });
  const end = Math.log(last[1] / extrapolate(points.slice(0, -1))(last[0]));
  const between = halfWidth(inner);
  return { between, beyond: Math.max(between, halfWidth([...inner, end])) };
}

function halfWidth(errors: readonly number[]): number {
  const squares = errors.reduce((sum, error) => sum + error * error, TYPICAL_ERROR ** 2);
  return Z_80 * Math.sqrt(squares / (errors.length + 1));
}
