/** At which load a measurement settles what is open. */
import type { LatencyCurve } from '../curve/curve';
import { ceilForgiving } from '../util/rounding';

/**
 * Whole requests to keep in flight on one server for a fleet that has `load` there: one more than a fraction rather
 * than one fewer, since what is measured at a heavier load proves a pass at a lighter one. Where that would be the
 * lightest measurement once more, one fewer.
 * @param load Requests in flight on one server; undefined where that is not known.
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
  const isKnown = lightest?.source === 'measured' && busy < lightest.at && lightest.at <= whole;
  return Math.max(1, isKnown ? Math.floor(busy) : whole);
}
