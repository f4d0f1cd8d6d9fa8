/** Tells lines apart that coincide: renderers draw them side by side, a little off their values. */
import type { ChartPoint, Series } from './chart';
import { nearlyEqual } from '../engine/util/rounding';

/** Sets the offset of each line that coincides with an earlier one. Bands and points stay. */
export function sideBySide(all: readonly Series[]): readonly Series[] {
  const placed: Series[] = [];
  for (const series of all) {
    const taken = new Set(
      placed.filter((other) => coincide(other, series)).map(({ offset = 0 }) => offset),
    );
    const offset = freeOffset(taken);
    placed.push(offset === 0 ? series : { ...series, offset });
  }
  return placed;
}

/** Returns the first of 0, 1, -1, 2, -2 and so on that is free. */
function freeOffset(taken: ReadonlySet<number>): number {
  for (let step = 0; ; step += 1) {
    if (!taken.has(step)) return step;
    if (!taken.has(-step)) return -step;
  }
}

/** Tells if two lines share a segment: both ends of it. Lines of another look are told apart by that. */
function coincide(a: Series, b: Series): boolean {
  if (!isLine(a) || !isLine(b) || a.kind !== b.kind || a.look !== b.look) return false;
  const heights = new Map(b.points.map(({ x, y }) => [x, y]));
  return a.points.some(
    (point, index) => isShared(a.points[index - 1], heights) && isShared(point, heights),
  );
}

function isShared(
  point: ChartPoint | undefined,
  heights: ReadonlyMap<number, number | undefined>,
): boolean {
  const other = point && heights.get(point.x);
  return point?.y !== undefined && other !== undefined && nearlyEqual(point.y, other);
}

function isLine({ kind, band }: Series): boolean {
  return !band && (kind === 'line' || kind === 'steps');
}
