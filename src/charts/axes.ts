/** Chooses axes that fit the values on them. */
import type { Unit } from '../engine/figure/figure';
import type { Axis, ChartPoint, Series } from './chart';

/**
 * @param logBeyond Ratio of the largest to the smallest value above which the axis is logarithmic. On a linear
 *   axis the small values would be hard to see.
 */
export function axisFor(
  label: string,
  unit: Unit,
  values: readonly number[],
  logBeyond: number,
): Axis {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const canBeLog = values.length > 0 && least > 0;
  const scale = canBeLog && most > least * logBeyond ? 'log' : 'linear';
  const counted = typeof unit === 'string' && COUNTED.has(unit);
  return { label, unit, scale, canBeLog, ...(counted && { whole: true }) };
}

/** Units that are whole: half a node does not exist. */
const COUNTED: ReadonlySet<string> = new Set(['nodes', 'users', 'months']);

export function valuesOnX(series: readonly Series[]): readonly number[] {
  return series.flatMap(({ points }) => points.map(({ x }) => x));
}

export function valuesOnY(series: readonly Series[]): readonly number[] {
  const ofPoint = ({ y, low, high }: ChartPoint): readonly (number | undefined)[] => [y, low, high];
  return series
    .flatMap(({ points }) => points.flatMap(ofPoint))
    .filter((value) => value !== undefined);
}
