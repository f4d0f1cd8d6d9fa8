/** Draws points with their marks and error bars. */
import { oneLine } from '../../messages/oneLine';
import type { ChartPoint, Series } from '../chart';
import { holds, type Place } from './box';
import type { Frame } from './frame';
import { MARK_RADIUS, markElement, triedRing } from './marks';
import { PALETTE } from './palette';
import { element, escapeXml } from './xml';

interface PlacedPoint {
  readonly point: ChartPoint;
  readonly at: Place;
}

/** Returns the points in view, including those on the edge of the plot. */
export function placedPoints(series: Series, frame: Frame): readonly PlacedPoint[] {
  return series.points.flatMap((point) => {
    const at = frame.place(point.x, point.y);
    return at && holds(frame.plot, at) ? [{ point, at }] : [];
  });
}

export function pointElements(
  series: Series,
  placed: readonly PlacedPoint[],
  frame: Frame,
): readonly string[] {
  const colour = PALETTE[series.colour];
  const bars = series.band ? [] : placed.flatMap((each) => errorBar(each, frame, colour));
  const marks = placed.map(({ point, at }) =>
    markElement(point.mark, at, { colour, isHollow: point.hollow ?? false }, titleElement(point)),
  );
  const rings = series.whatIf ? placed.map(({ at }) => triedRing(at, colour)) : [];
  return [...bars, ...marks, ...rings];
}

/** Returns the tooltip of a browser. */
export function titleElement({ says }: ChartPoint): string {
  const lines = says.map(oneLine).filter((line) => line !== '');
  return lines.length === 0 ? '' : element('title', {}, [escapeXml(lines.join('\n'))]);
}

function errorBar({ point, at }: PlacedPoint, frame: Frame, stroke: string): readonly string[] {
  const { low, high } = point;
  if (low === undefined || high === undefined || !(high > low)) return [];
  const ends = [frame.y.within(low), frame.y.within(high)] as const;
  const isHidden = point.mark !== 'none' && Math.abs(ends[0] - ends[1]) < MARK_RADIUS * 2;
  if (isHidden) return [];
  const paint = { stroke, 'stroke-width': 1.4 };
  const cap = (y: number): string =>
    element('line', { x1: at.x - CAP, y1: y, x2: at.x + CAP, y2: y, ...paint });
  const [y1, y2] = ends;
  return [element('line', { x1: at.x, y1, x2: at.x, y2, ...paint }), cap(y1), cap(y2)];
}

const CAP = 4;
