/** Band that contains the true latency of a scenario four times in five, from leaving out each observation in turn. */
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { nearlyEqual } from '../util/rounding';
import type { LatencyCurve } from './curve';
import { shapeOf } from './fit/shape';

export interface LatencyBand {
  readonly low: Figure;
  readonly high: Figure;
}

/** Band around the mean latency of servers with so many slots and requests in flight. */
export function bandAround(
  curve: LatencyCurve,
  latency: Figure | undefined,
  load: Figure | undefined,
  slots: number,
): LatencyBand | undefined {
  if (!latency || !load || latency.bound !== 'exact') return undefined;
  const at = curve.follows === 'parallel' ? slots : Math.min(load.value, slots);
  const halfWidth = bandHalfWidth(curve, at);
  if (halfWidth === undefined) return undefined;
  return { low: scaled(latency, -halfWidth), high: scaled(latency, halfWidth) };
}

/** Half the width of the 80 % band around the curve at `at`, in logarithms. */
export function bandHalfWidth({ points, shape }: LatencyCurve, at: number): number | undefined {
  const [first] = points;
  const [before, last] = [points.at(-2), points.at(-1)];
  if (shape === 'straight' || !first || !before || !last || at < first.at) return undefined;
  if (points.some((point) => nearlyEqual(point.at, at))) return undefined;
  const band = shapeOf(points.map((point) => [point.at, point.latency.value])).band();
  if (!band || at < last.at) return band?.between;
  // the error of a left-out last point is for its distance to the one before; twice the distance errs twice
  // as much
  const distance = Math.log(at / last.at) / Math.log(last.at / before.at);
  return band.beyond * Math.max(1, distance);
}

function scaled(latency: Figure, logFactor: number): Figure {
  const factor = constantFigure(Math.exp(logFactor), 'factor');
  return deriveFigure('latency.band', latency.value * factor.value, 's', { latency, factor });
}
