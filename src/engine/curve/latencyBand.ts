/** Band that contains the true latency of a scenario four times in five. */
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import type { LatencyCurve } from './curve';
import { rangeAt } from './curveRange';
import { predictLatency } from './predict';

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
  if (!latency || !load) return undefined;
  const at = curve.follows === 'parallel' ? slots : Math.min(load.value, slots);
  return bandAt(curve, at, latency);
}

/**
 * Band around a latency that rests on a curve at one place.
 * @returns undefined if the curve was observed there, is a bound, or has fewer than three points behind it.
 */
export function bandAt(curve: LatencyCurve, at: number, latency: Figure): LatencyBand | undefined {
  if (curve.shape === 'straight' || latency.bound !== 'exact') return undefined;
  const read = predictLatency(curve, at)?.latency;
  const range = read && rangeAt(curve, at, read.value, true);
  if (!range || range.high === range.low) return undefined;
  const end = (share: number): Figure => {
    const factor = constantFigure(share, 'factor');
    return deriveFigure('latency.band', latency.value * share, 's', { latency, factor });
  };
  return { low: end(range.low), high: end(range.high) };
}
