/** Chooses the load at which a measurement settles an open question. */
import type { LatencyCurve } from '../curve/curve';
import { isMeasured } from '../plan/sources';
import { ceilForgiving } from '../util/rounding';

/**
 * Whole requests to keep in flight on one server for a fleet that has `load` there. A fraction is rounded up, since a
 * measurement at a heavier load proves a pass at a lighter one. It is rounded down if rounding up would repeat the
 * lightest measurement.
 * @param load Requests in flight on one server; undefined if that is not known.
 */
export function loadToMeasure(
  { follows, points }: LatencyCurve,
  load: number | undefined,
  parallel: number,
): number {
  if (follows === 'parallel' || load === undefined) return parallel;
  const busy = Math.min(load, parallel);
  const whole = ceilForgiving(busy);
  const [lightest] = points;
  const isKnown =
    lightest !== undefined &&
    isMeasured(lightest.source) &&
    busy < lightest.at &&
    lightest.at <= whole;
  return Math.max(1, isKnown ? Math.floor(busy) : whole);
}
