/** Whether what was read from a curve may as well be on the other side of a limit. */
import { rangeAt, type CurveRange } from '../curve/curveRange';
import { predictLatency } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import { keepsLimit } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import type { Fleet } from '../fleet/fleet';
import type { AnyPercentile } from '../plan/objectives';
import type { TimeObjective } from '../plan/plan';
import type { TimeLimit } from './verdict';

/**
 * What lies between measurements may as well be on the other side of the limit.
 * @param isOf Other percentile that the figure is exact for.
 */
export function isWithinRange(
  { kind, limitSeconds, strict }: TimeLimit,
  { value, bound }: Figure,
  keeps: boolean,
  fleet: Fleet,
  isOf: AnyPercentile | undefined,
): boolean {
  const range = bound === 'exact' || isOf ? rangeOf(fleet, isOf ?? kind) : undefined;
  if (!range) return false;
  const far = value * (keeps ? range.high : range.low);
  return keepsLimit(far, 'exact', limitSeconds, strict) !== keeps;
}

/** How far a time may be off, as shares of it; undefined unless it was read from observations of the very quantity. */
function rangeOf({ model, load }: Fleet, quantity: TimeObjective): CurveRange | undefined {
  const { engine, parallel, workload } = model;
  const isMean = quantity === 'latency';
  const curve = isMean ? engine.curve : curveOf(engine, quantity, workload);
  const at = curve.follows === 'parallel' ? parallel : load && Math.min(load.value, parallel);
  const read = at === undefined ? undefined : predictLatency(curve, at)?.latency;
  if (at === undefined || read?.bound !== 'exact') return undefined;
  return rangeAt(curve, at, read.value, isMean);
}
