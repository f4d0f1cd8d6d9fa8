/**
 * Picks a few of many points. A plan may have thousands of observations, and a fit for each takes too long. Two or
 * three parameters, and the spread of errors, are known as well from a few.
 */
import { bisectLeft } from '../../util/bisectLeft';
import type { Points } from './leastSquares';

/** Most points that are left out, or predicted, in turn. */
export const MOST_IN_TURN = 16;

/** Most points that a family is fitted to. */
const MOST_FITTED = 64;

/**
 * Indices from `first` to before `end`: all of them, or `most`, spread evenly over the logarithm of the load.
 * @param points Ascending by load.
 */
export function spreadIndices(
  points: Points,
  first: number,
  end: number,
  most: number,
): readonly number[] {
  const all = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  if (all.length <= most) return all;
  const [lowest, highest] = [loadAt(points, first), loadAt(points, end - 1)];
  const places = Array.from(
    { length: most },
    (_, i) => lowest * (highest / lowest) ** (i / (most - 1)),
  );
  const nearest = places.map((place) => {
    const above = bisectLeft(points.length, (i) => points[i]?.[0], place);
    const below = above - 1;
    const isBelow = place / loadAt(points, below) < loadAt(points, above) / place;
    return Math.min(end - 1, Math.max(first, isBelow ? below : above));
  });
  return [...new Set(nearest)];
}

/** Points to fit a family to: both ends included, for the shape of the whole. */
export function pointsToFit(points: Points): Points {
  if (points.length <= MOST_FITTED) return points;
  return spreadIndices(points, 0, points.length, MOST_FITTED).flatMap((i) => {
    const point = points[i];
    return point ? [point] : [];
  });
}

function loadAt(points: Points, index: number): number {
  return points[index]?.[0] ?? Number.NaN;
}
