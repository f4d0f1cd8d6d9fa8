/**
 * Range of the truth around a reading of a curve. Between two observations, only these two limit the path. A server may
 * go in steps, early or late. On measured curves, a straight line between ends errs by up to 40 %.
 */
import type { CurvePoint, CurveRange, LatencyCurve } from './curve';
import { bisectLeft } from '../util/bisectLeft';
import { bandHalfWidth } from './bandHalfWidth';
import { atMost, clearlyLess, nearlyEqual } from '../util/rounding';

/**
 * Range of the curve at one place.
 * @param at Requests in flight on one server, or its slots.
 * @param seconds Reading of the curve there.
 * @param isMean Marks a curve of means: throughput does not fall as load grows, b1 / S(b1) <= b2 / S(b2).
 * @returns undefined if it was observed there once, if bounds limit it, and beyond the observations.
 */
export function rangeAt(
  curve: LatencyCurve,
  at: number,
  seconds: number,
  isMean: boolean,
): CurveRange | undefined {
  const { points, shape } = curve;
  const place = Math.max(1, at);
  const index = bisectLeft(points.length, (i) => points[i]?.at, place);
  const [before, after] = [points[index - 1], points[index]];
  const observed = [before, after].find((point) => point && nearlyEqual(point.at, place));
  if (observed) return observedRange(observed);
  if (shape !== 'straight') return bandRange(curve, before, after, place, seconds, isMean);
  return before && after && rangeBetween(before, after, place, seconds, isMean);
}

/**
 * Range of the 80 % band. Between observations that do not fall the truth stays between them, so that no lighter load
 * is less certain to keep a limit than an observed heavier one. A mean also has a throughput between theirs.
 */
function bandRange(
  curve: LatencyCurve,
  before: CurvePoint | undefined,
  after: CurvePoint | undefined,
  at: number,
  seconds: number,
  isMean: boolean,
): CurveRange | undefined {
  const range = curve.modelled?.rangeAt(at) ?? symmetric(bandHalfWidth(curve, at));
  if (!range) return undefined;
  const isFalling = before && after && clearlyLess(after.latency.value, before.latency.value);
  if (isFalling) return range;
  let least = before ? lowestAt(before) : 0;
  let most = after ? highestAt(after) : Infinity;
  if (isMean && before && after) {
    const [slowest, fastest] = [highestAt(before) / before.at, lowestAt(after) / after.at];
    if (atMost(fastest, slowest)) {
      least = Math.max(least, fastest * at);
      most = Math.min(most, slowest * at);
    }
  }
  return {
    low: Math.min(1, Math.max(range.low, least / seconds)),
    high: Math.max(1, Math.min(range.high, most / seconds)),
  };
}

function symmetric(halfWidth: number | undefined): CurveRange | undefined {
  return halfWidth === undefined
    ? undefined
    : { low: Math.exp(-halfWidth), high: Math.exp(halfWidth) };
}

function lowestAt(point: CurvePoint): number {
  return point.latency.value * (observedRange(point)?.low ?? 1);
}

function highestAt(point: CurvePoint): number {
  return point.latency.value * (observedRange(point)?.high ?? 1);
}

/** Range of several observations at the same place: any of them may be right. */
export function observedRange({ latency, observations }: CurvePoint): CurveRange | undefined {
  const { derivation } = latency;
  if (observations.length < 2 || derivation.kind !== 'formula') return undefined;
  const values = Object.values(derivation.inputs).map(({ value }) => value);
  return { low: Math.min(...values) / latency.value, high: Math.max(...values) / latency.value };
}

function rangeBetween(
  before: CurvePoint,
  after: CurvePoint,
  at: number,
  seconds: number,
  isMean: boolean,
): CurveRange | undefined {
  const [first, second] = [before.latency, after.latency];
  if (first.bound !== 'exact' || second.bound !== 'exact') return undefined;
  const [lowest, highest] = [first.value, second.value].sort((a, b) => a - b) as [number, number];
  if (!isMean || !atMost(first.value, second.value)) {
    return { low: lowest / seconds, high: highest / seconds };
  }
  const low = Math.max(lowest, (second.value * at) / after.at);
  const high = Math.min(highest, (first.value * at) / before.at);
  return { low: low / seconds, high: high / seconds };
}
