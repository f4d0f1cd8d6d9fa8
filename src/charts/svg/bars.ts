/** Draws bars. Bars of one place are side by side. */
import type { Chart, ChartPoint, Series } from '../chart';
import { right, type Box } from './box';
import type { Frame } from './frame';
import { BACKGROUND, PALETTE } from './palette';
import { titleElement } from './points';
import { element } from './xml';

interface Bar {
  readonly point: ChartPoint;
  readonly box: Box;
}

/** Returns the bars of a series. A value without a logarithm, or of nothing, has no bar. */
export function barsOf(chart: Chart, series: Series, frame: Frame): readonly Bar[] {
  const all = chart.series.filter(({ kind }) => kind === 'bars');
  const step = leastGap(all, frame);
  const group = Math.min(step * (1 - GAP), WIDEST * all.length);
  const width = group / all.length;
  const left = -group / 2 + width * all.indexOf(series);
  const base = frame.y.within(0);
  return series.points.flatMap((point) => {
    const middle = frame.x.at(point.x);
    if (middle === undefined || middle < frame.plot.x || point.y === undefined) return [];
    if (middle > right(frame.plot) || frame.y.at(point.y) === undefined) return [];
    const end = frame.y.within(point.y);
    const start = Math.max(frame.plot.x, middle + left);
    const stop = Math.min(right(frame.plot), middle + left + width);
    const box = {
      x: start,
      y: Math.min(base, end),
      width: Math.max(0.5, stop - start - (all.length > 1 ? 1 : 0)),
      height: Math.abs(base - end),
    };
    return [{ point, box }];
  });
}

export function barElements(series: Series, bars: readonly Bar[]): readonly string[] {
  const colour = PALETTE[series.colour];
  return bars.map(({ point, box }) => {
    const isOutlined = point.hollow ?? series.whatIf;
    const paint = isOutlined
      ? { fill: BACKGROUND, stroke: colour, 'stroke-width': 1.4 }
      : { fill: colour };
    const dash = series.whatIf ? { 'stroke-dasharray': '3 2' } : {};
    return element('rect', { ...box, ...paint, ...dash }, [titleElement(point)]);
  });
}

/** Returns the least gap between two places with bars, in pixels. */
function leastGap(all: readonly Series[], { x, plot }: Frame): number {
  const places = all
    .flatMap(({ points }) => points.flatMap((point) => x.at(point.x) ?? []))
    .sort((a, b) => a - b);
  const gaps = places
    .map((place, index) => place - (places[index - 1] ?? place))
    .filter((gap) => gap > 0.01);
  return gaps.reduce((a, b) => Math.min(a, b), plot.width);
}

/** Gap between two groups, as a share of their distance. */
const GAP = 0.24;
const WIDEST = 56;
