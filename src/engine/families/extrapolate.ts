/**
 * Beyond the last observation: a straight line on from it, never falling. A busy server adds the same time
 * for each further request; how much, the last two points tell, or the straight line through all of them,
 * which noise and steps bend less. How well each foretold the points that came next decides how much it
 * counts, as between the points.
 */
import { familyNamed } from './families';
import { LEAST_ERROR, SHARPNESS, type Curve } from './interpolate';
import type { Points } from './leastSquares';

/** Fewer points foretell none that the two slopes differ on. */
export const ENOUGH_TO_WEIGH_SLOPES = 4;

/** @param points Ascending by load, at least two. */
export function goStraightOn(points: Points): Curve {
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

/** Mean relative error (in logarithms) of predicting each point but the first three from those before it. */
function errorForetold(points: Points, slopeOf: (points: Points) => number): number {
  const errors = points.slice(ENOUGH_TO_WEIGH_SLOPES - 1).map(([load, seconds], i) => {
    const known = points.slice(0, i + ENOUGH_TO_WEIGH_SLOPES - 1);
    const [at, latency] = known.at(-1) ?? [load, seconds];
    return Math.abs(Math.log((latency + slopeOf(known) * (load - at)) / seconds));
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

function slopeOfLastTwo(points: Points): number {
  const [before, last] = [points.at(-2), points.at(-1)];
  if (!before || !last) return 0;
  return Math.max(0, (last[1] - before[1]) / (last[0] - before[0]));
}

/** Of Amdahl's straight line through all points. */
function slopeOfAll(points: Points): number {
  const line = familyNamed('linear').fit(points);
  return line ? line(2) - line(1) : slopeOfLastTwo(points);
}
