/**
 * Extrapolates beyond the last observation: a straight line that never falls. A busy server adds the same time for each
 * further request. The slope is that of the last two points, or of the straight line through all, which noise and steps
 * bend less. How well each predicted the later points decides its weight, as between the points.
 */
import { familyNamed } from './families';
import { fitFamily, LEAST_ERROR, SHARPNESS, type Curve } from './interpolate';
import type { Points } from './leastSquares';
import { MOST_IN_TURN, spreadIndices } from './spread';

/** Least number of points with which the predictions of the two slopes differ. */
export const ENOUGH_TO_WEIGH_SLOPES = 4;

/**
 * Continues in a straight line.
 * @param points Ascending by load, at least two.
 */
export function extrapolateLinearly(points: Points): Curve {
  const last = points.at(-1);
  if (!last || points.length < 2) throw new RangeError('a line needs two points');
  const slope = slopeBeyond(points);
  return (load) => last[1] + slope * (load - last[0]);
}

/** Seconds for each further request. */
export function slopeBeyond(points: Points): number {
  if (points.length < ENOUGH_TO_WEIGH_SLOPES) return slopeOfLastTwo(points);
  const weighed = [slopeOfLastTwo, slopeOfAll].map((slopeOf) => ({
    slope: slopeOf(points),
    weight: Math.max(LEAST_ERROR, errorForetold(points, slopeOf)) ** -SHARPNESS,
  }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed.reduce((sum, { slope, weight }) => sum + slope * weight, 0) / total;
}

/**
 * Mean relative error (in logarithms) of predicting each point but the first three, or some of many, from those before
 * it.
 */
function errorForetold(points: Points, slopeOf: (points: Points) => number): number {
  const foretold = spreadIndices(points, ENOUGH_TO_WEIGH_SLOPES - 1, points.length, MOST_IN_TURN);
  const errors = foretold.flatMap((i) => {
    const known = points.slice(0, i);
    const [point, last] = [points[i], known.at(-1)];
    if (!point || !last) return [];
    const predicted = last[1] + slopeOf(known) * (point[0] - last[0]);
    return [Math.abs(Math.log(predicted / point[1]))];
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

function slopeOfLastTwo(points: Points): number {
  const [before, last] = [points.at(-2), points.at(-1)];
  if (!before || !last) return 0;
  return Math.max(0, (last[1] - before[1]) / (last[0] - before[0]));
}

/** Slope of Amdahl's straight line through all points. */
function slopeOfAll(points: Points): number {
  const line = fitFamily(familyNamed('linear'), points);
  return line ? line(2) - line(1) : slopeOfLastTwo(points);
}
