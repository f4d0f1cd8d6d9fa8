/**
 * How far a prediction may be off: the spread of leaving out each observation in turn. One pseudo-error
 * stands in for the many curves that were measured elsewhere, as a few left-out points alone say little.
 */
import {
  fitFamily,
  interpolate,
  holdOut,
  weighed,
  weightOf,
  without,
  type Curve,
  type Fit,
} from './interpolate';
import type { Points } from './leastSquares';
import { MOST_IN_TURN, spreadIndices } from './spread';

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
  const inner = points.length - 2;
  const between = halfWidth(inner > MOST_IN_TURN ? errorsOfSome(points) : errorsOfEach(points));
  return { between, beyond: Math.max(between, halfWidth(oneStepAheadErrors(points, extrapolate))) };
}

/** Of predicting each inner point from all others, which weigh the families without it. */
function errorsOfEach(points: Points): readonly number[] {
  const fit = rememberFits(points);
  return points
    .slice(1, -1)
    .map(([load, seconds], i) =>
      Math.log(seconds / interpolate(without(points, i + 1), fit)(load)),
    );
}

/** Where two points are left out, the order makes no difference to a fit. */
function rememberFits(points: Points): Fit {
  const fits = new Map<string, { readonly curve: Curve | undefined }>();
  return (family, others) => {
    const left = new Set(others);
    const without = points.flatMap((point, i) => (left.has(point) ? [] : [i]));
    const key = [family.name, ...without].join();
    const known = fits.get(key) ?? { curve: fitFamily(family, others) };
    fits.set(key, known);
    return known.curve;
  };
}

/**
 * Of predicting some of many points. One of them more or less hardly changes how much the families count, so that those
 * weigh that the others were predicted with.
 */
function errorsOfSome(points: Points): readonly number[] {
  const candidates = holdOut(points, fitFamily);
  const [first] = candidates;
  return (first?.predictions ?? []).map(({ point: [, seconds] }, left) => {
    const weights = candidates.map(({ predictions }) =>
      weightOf(predictions.filter((_, i) => i !== left)),
    );
    const predicted = candidates.map(({ predictions }) => predictions[left]?.predicted ?? seconds);
    return Math.log(seconds / weighed(predicted, weights));
  });
}

/** Of predicting each point but the first three, or the last of three, from those before it; or some of many. */
function oneStepAheadErrors(
  points: Points,
  extrapolate: (points: Points) => Curve,
): readonly number[] {
  const first = Math.min(3, points.length - 1);
  return spreadIndices(points, first, points.length, MOST_IN_TURN).flatMap((i) => {
    const point = points[i];
    return point ? [Math.log(point[1] / extrapolate(points.slice(0, i))(point[0]))] : [];
  });
}

function halfWidth(errors: readonly number[]): number {
  const squares = errors.reduce((sum, error) => sum + error * error, TYPICAL_ERROR ** 2);
  return Z_80 * Math.sqrt(squares / (errors.length + 1));
}
