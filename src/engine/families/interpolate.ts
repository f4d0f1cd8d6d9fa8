/**
 * The curve between observations: the families together, each corrected so as to hit every point. How
 * well each predicts an observation that is left out decides how much it counts; what errs twice as much
 * counts a sixteenth, so this is a choice that does not jump when two are as good.
 */
import { FAMILIES, familyNamed, type Family } from './families';
import type { Points } from './leastSquares';

/** From here on the points decide how much each family counts; three are what the saturating one needs. */
const ENOUGH_TO_WEIGH = 4;
export const ENOUGH_FOR_A_FAMILY = 3;

/** Weight = error to the power of minus this. */
export const SHARPNESS = 4;

/** Errors below this share are noise, whichever family has them. */
export const LEAST_ERROR = 1e-4;

export type Curve = (load: number) => number;

/**
 * Seconds by load, from the first point to the last; straight while there are fewer than three points.
 * @param points Ascending by load, at least two.
 */
export function interpolate(points: Points): Curve {
  if (points.length < ENOUGH_FOR_A_FAMILY) return straight(points);
  if (points.length < ENOUGH_TO_WEIGH) return correct(points, familyNamed('saturating'));
  const candidates = [straight, ...FAMILIES.map((family) => (p: Points) => correct(p, family))];
  const weighed = candidates.map((make) => ({
    curve: make(points),
    weight: Math.max(LEAST_ERROR, errorLeftOut(points, make)) ** -SHARPNESS,
  }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return (load) => {
    const logs = weighed.map(({ curve, weight }) => weight * Math.log(curve(load)));
    return Math.exp(logs.reduce((sum, log) => sum + log, 0) / total);
  };
}

/** Straight lines from point to point. */
export function straight(points: Points): Curve {
  return (load) => {
    const [before, after] = neighbours(points, load);
    if (before[0] === after[0]) return before[1];
    return before[1] + ((after[1] - before[1]) * (load - before[0])) / (after[0] - before[0]);
  };
}

/** Mean relative error (in logarithms) of predicting each inner point from the others. */
function errorLeftOut(points: Points, make: (points: Points) => Curve): number {
  const inner = points.slice(1, -1);
  const errors = inner.map(([load, seconds], i) => {
    const others = [...points.slice(0, i + 1), ...points.slice(i + 2)];
    return Math.abs(Math.log(make(others)(load) / seconds));
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** A fitted family, bent so that it goes through every point and never leaves the range of two neighbours. */
function correct(points: Points, family: Family): Curve {
  const fitted = family.fit(points);
  // nothing fits points that are too far apart for floating-point numbers
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
  const next = points.findIndex(([at]) => at >= load);
  const after = points[next] ?? points.at(-1);
  const before = points[Math.max(0, next - 1)];
  if (!before || !after) throw new RangeError('a curve has points');
  return next === 0 ? [after, after] : [before, after];
}
