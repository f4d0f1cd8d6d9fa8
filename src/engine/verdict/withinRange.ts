/** Whether what was read from a curve may as well be on the other side of a limit. */
import type { CurveRange } from '../curve/curve';
import { rangeAt } from '../curve/curveRange';
import { predictLatency } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import { keepsLimit } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import type { Fleet } from '../fleet/fleet';
import { isTokenTime } from '../plan/objectives';
import type { TimeObjective } from '../plan/plan';
import type { TimeLimit } from './verdict';

/** What lies between measurements may as well be on the other side of the limit. */
export function isWithinRange(
  { kind, limitSeconds, strict }: TimeLimit,
  { value, bound }: Figure,
  keeps: boolean,
  fleet: Fleet,
): boolean {
  const range = bound === 'exact' ? rangeOf(fleet, kind) : undefined;
  if (!range) return false;
  const far = value * (keeps ? range.high : range.low);
  return keepsLimit(far, 'exact', limitSeconds, strict) !== keeps;
}

/** How far a time may be off, as shares of it; undefined if it is a bound, or was observed once. */
function rangeOf({ model, load }: Fleet, quantity: TimeObjective): CurveRange | undefined {
  const { engine, parallel, workload } = model;
  const own = quantity === 'latency' ? engine.curve : curveOf(engine, quantity, workload);
  // a percentile that nobody observed follows from the mean
  const isMean = own === engine.curve || (own.knots.length === 0 && !isTokenTime(quantity));
  const curve = isMean ? engine.curve : own;
  const at = curve.follows === 'parallel' ? parallel : load && Math.min(load.value, parallel);
  const read = at === undefined ? undefined : predictLatency(curve, at)?.latency;
  if (at === undefined || read?.bound !== 'exact') return undefined;
  return rangeAt(curve, at, read.value, isMean);
}
