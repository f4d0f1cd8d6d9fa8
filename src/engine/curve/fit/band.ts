/**
 * Estimates the error of a prediction by leaving out each observation in turn. One pseudo-error represents many curves
 * that were measured elsewhere, as a few left-out points show little.
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

/** Typical error of predicting a point of a measured curve, 5 % (docs/engine.md has the figures). */
const TYPICAL_ERROR = 0.05;

/** Standard deviations within which 80 % of a normal distribution lie. */
const Z_80 = 1.2816;

export interface Band {
  /** Half the width in logarithms: the value is within a factor of 1 +- this, roughly. */
  readonly between: number;
  readonly beyond: number;
}

/**
 * Band of the predictions between and beyond the points.
 * @param points Ascending by load.
 * @param extrapolate Predicts beyond the last of the points that it gets.
 * @returns undefined below three points.
 */
export function bandOf(points: Points, extrapolate: (points: Points) => Curve): Band | undefined {
  if (points.length < 3) return undefined;
  const inner = points.length - 2;
  const between = halfWidth(inner > MOST_IN_TURN ? errorsOfSome(points) : errorsOfEach(points));
  return { between, beyond: Math.max(between, halfWidth(oneStepAheadErrors(points, extrapolate))) };
}

/** Errors of predicting each inner point from all others. The families are weighted without it. */
function errorsOfEach(points: Points): readonly number[] {
  const fit = rememberFits(points);
  return points
    .slice(1, -1)
    .map(([load, seconds], i) =>
      Math.log(seconds / interpolate(without(points, i + 1), fit)(load)),
    );
}

/** Remembers fits. If two points are left out, their order makes no difference to a fit. */
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
 * Errors of predicting some of many points. One point more or less hardly changes the weights of the families, so the
 * weights of the prediction are reused.
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

/**
 * Errors of predicting each point after the first three, or the last of three, from those before it. With many points,
 * only some are predicted.
 */
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
