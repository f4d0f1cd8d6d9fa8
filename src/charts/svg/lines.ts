/** Draws lines and steps, with gaps for missing values, and bands around them. */
import type { ChartPoint, Series } from '../chart';
import type { Place } from './box';
import { clipSegment, type Segment } from './clip';
import type { Frame } from './frame';
import { PALETTE } from './palette';
import { coordinate, element } from './xml';

/** A run of points that is drawn in one stroke. */
export interface Run {
  readonly isDashed: boolean;
  readonly places: readonly Place[];
}

/** Returns the visible parts of a series' line. */
export function runsOf(series: Series, frame: Frame): readonly Run[] {
  const runs: { isDashed: boolean; places: Place[] }[] = [];
  series.points.forEach((point, index) => {
    const previous = series.points[index - 1];
    for (const segment of previous ? segmentsTo(series, previous, point, frame) : []) {
      const clipped = clipSegment(segment, frame.plot);
      if (!clipped) continue;
      const isDashed = point.dashed ?? false;
      const last = runs.at(-1);
      const [from, to] = clipped;
      const joins = last?.isDashed === isDashed && isSame(last.places.at(-1), from);
      if (joins) last.places.push(to);
      else runs.push({ isDashed, places: [from, to] });
    }
  });
  return runs;
}

export function lineElements(series: Series, runs: readonly Run[]): readonly string[] {
  return runs.map(({ isDashed, places }) =>
    element('path', {
      d: pathThrough(places),
      fill: 'none',
      stroke: PALETTE[series.colour],
      'stroke-width': series.look === 'thin' ? 1.2 : 2,
      'stroke-linejoin': 'round',
      'stroke-linecap': isDashed || series.whatIf ? undefined : 'round',
      'stroke-dasharray': dashesOf(series, isDashed),
    }),
  );
}

/** Dash pattern of dots: round ends turn strokes without a length into dots. */
export const DOTS = '0.1 4.5';

function dashesOf({ whatIf, look }: Series, isDashed: boolean): string | undefined {
  if (whatIf) return '2 3';
  if (look === 'dotted') return DOTS;
  return isDashed ? '6 4' : undefined;
}

/** Draws the area between the lower and the upper end of each point. */
export function bandElements(series: Series, frame: Frame): readonly string[] {
  const pieces: ChartPoint[][] = [[]];
  for (const point of series.points) {
    const isKnown = frame.x.at(point.x) !== undefined && hasEnds(point);
    if (isKnown) pieces.at(-1)?.push(point);
    else pieces.push([]);
  }
  return pieces
    .filter(({ length }) => length > 1)
    .map((points) => {
      const upper = points.map(({ x, high = 0 }) => frame.within(x, high));
      const lower = points.map(({ x, low = 0 }) => frame.within(x, low)).reverse();
      return element('path', {
        d: `${pathThrough([...upper, ...lower])}Z`,
        fill: PALETTE[series.colour],
        'fill-opacity': 0.14,
      });
    });
}

function pathThrough(places: readonly Place[]): string {
  return `M${places.map(({ x, y }) => `${coordinate(x)},${coordinate(y)}`).join('L')}`;
}

function segmentsTo(
  { kind }: Series,
  previous: ChartPoint,
  point: ChartPoint,
  frame: Frame,
): readonly Segment[] {
  const from = frame.place(previous.x, previous.y);
  const to = frame.place(point.x, point.y);
  if (!from || !to) return [];
  if (kind === 'line') return [[from, to]];
  // A step holds until the next value begins.
  const corner = { x: to.x, y: from.y };
  const parts: readonly Segment[] = [
    [from, corner],
    [corner, to],
  ];
  return parts.filter(([start, end]) => !isSame(start, end));
}

function hasEnds({ low, high }: ChartPoint): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

function isSame(a: Place | undefined, b: Place): boolean {
  return a?.x === b.x && a.y === b.y;
}
