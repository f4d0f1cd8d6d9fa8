/** Beyond the last observation: straight on from the last two, and never falling. */
import type { Curve } from './interpolate';
import type { Points } from './leastSquares';

/**
 * Of all families this errs least on the last point of measured curves (`npm run bench:accuracy`): a busy
 * server adds the same time for each further request.
 * @param points Ascending by load, at least two.
 */
export function goStraightOn(points: Points): Curve {
  const [before, last] = [points.at(-2), points.at(-1)];
  if (!before || !last) throw new RangeError('a line needs two points');
  const slope = Math.max(0, (last[1] - before[1]) / (last[0] - before[0]));
  return (load) => last[1] + slope * (load - last[0]);
}
