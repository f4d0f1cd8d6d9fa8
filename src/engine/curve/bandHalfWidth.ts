/** Width of the 80 % band of a fitted curve, from leaving out each observation in turn. */
import { nearlyEqual } from '../util/rounding';
import type { LatencyCurve } from './curve';
import { shapeOf } from './fit/shape';

/** Half the width of the band around the curve at `at`, in logarithms; undefined unless a family was fitted. */
export function bandHalfWidth({ points, shape }: LatencyCurve, at: number): number | undefined {
  const [first] = points;
  const [before, last] = [points.at(-2), points.at(-1)];
  if (shape !== 'families' || !first || !before || !last || at < first.at) return undefined;
  if (points.some((point) => nearlyEqual(point.at, at))) return undefined;
  const band = shapeOf(points.map((point) => [point.at, point.latency.value])).band();
  if (!band || at < last.at) return band?.between;
  // the error of a left-out last point is for its distance to the one before; twice the distance errs twice
  // as much
  const distance = Math.log(at / last.at) / Math.log(last.at / before.at);
  return band.beyond * Math.max(1, distance);
}
