/** Bars, those of one place side by side. */
import type { Chart, ChartPoint, Series } from '../chart';
import type { Box } from './box';
import { barStep } from './domain';
import type { Frame } from './frame';
import { PALETTE } from './palette';
import { titleElement } from './points';
import { element } from './xml';

export interface Bar {
  readonly point: ChartPoint;
  readonly box: Box;
}

/** The bars of a series; what a logarithm does not have, or what is nothing, has none. */
export function barsOf(chart: Chart, series: Series, frame: Frame): readonly Bar[] {
  const all = chart.series.filter(({ kind }) => kind === 'bars');
  const step = Math.abs(
    frame.x.within(barStep(chart) + first(frame)) - frame.x.within(first(frame)),
  );
  const group = Math.min(step * (1 - GAP), WIDEST * all.length);
  const width = group / all.length;
  const left = -group / 2 + width * all.indexOf(series);
  const base = frame.y.within(0);
  return series.points.flatMap((point) => {
    const middle = frame.x.at(point.x);
    if (middle === undefined || middle < frame.plot.x || point.y === undefined) return [];
    if (middle > frame.plot.x + frame.plot.width || frame.y.at(point.y) === undefined) return [];
    const end = frame.y.within(point.y);
    const box = {
      x: Math.max(frame.plot.x, middle + left),
      y: Math.min(base, end),
      width: Math.max(0.5, width - (all.length > 1 ? 1 : 0)),
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
      ? { fill: colour, 'fill-opacity': 0.15, stroke: colour, 'stroke-width': 1.2 }
      : { fill: colour };
    const dash = series.whatIf ? { 'stroke-dasharray': '3 2' } : {};
    return element('rect', { ...box, ...paint, ...dash }, [titleElement(point)]);
  });
}

function first({ x }: Frame): number {
  return x.domain.from;
}

/** Of the distance between two groups. */
const GAP = 0.24;
const WIDEST = 56;
