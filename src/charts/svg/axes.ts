/** Draws grid lines, tick labels or names beside the axes, and the titles of the axes. */
import { oneLine } from '../../messages/oneLine';
import type { Chart } from '../chart';
import { bottom, right } from './box';
import { FOOT_HEIGHT, PADDING, TICK_SIZE, type Frame } from './frame';
import { AXIS_LINE, GRID_LINE, QUIET_TEXT } from './palette';
import type { Tick } from './scales';
import { fitText, textElement, textWidth } from './text';
import { element } from './xml';

export function axisElements(chart: Chart, frame: Frame): readonly string[] {
  const { plot, x, y } = frame;
  const columns = x.ticks.map(({ at }) => lineElement(at, plot.y, at, bottom(plot), GRID_LINE));
  const rows = y.ticks.map(({ at }) => lineElement(plot.x, at, right(plot), at, GRID_LINE));
  return [
    ...(chart.x.categories ? [] : columns),
    ...rows,
    lineElement(plot.x, bottom(plot), right(plot), bottom(plot), AXIS_LINE),
    ...xLabels(chart, frame),
    ...y.ticks.map((tick) => yLabel(tick, frame)),
    textElement(fitText(oneLine(chart.y.label), TICK_SIZE, right(plot) - PADDING), {
      x: PADDING,
      y: plot.y - 14,
      'font-size': TICK_SIZE,
      fill: QUIET_TEXT,
    }),
    textElement(fitText(oneLine(chart.x.label), TICK_SIZE, plot.width), {
      x: right(plot),
      y: bottom(plot) + FOOT_HEIGHT - 6,
      'font-size': TICK_SIZE,
      'text-anchor': 'end',
      fill: QUIET_TEXT,
    }),
  ];
}

function lineElement(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  return element('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1 });
}

function yLabel({ at, label }: Tick, { plot }: Frame): string {
  return textElement(fitText(label, TICK_SIZE, plot.x - PADDING), {
    x: plot.x - 11,
    y: at + TICK_SIZE * 0.35,
    'font-size': TICK_SIZE,
    'text-anchor': 'end',
    fill: QUIET_TEXT,
  });
}

/** Returns the labels that have room: none covers the one before or leaves the picture. */
function xLabels({ x: axis }: Chart, { plot, x }: Frame): readonly string[] {
  const room = axis.categories ? plot.width / Math.max(1, x.ticks.length) - 8 : plot.width;
  const widest = axis.categories ? Math.max(room, LEAST_NAME) : room;
  let free = 0;
  return x.ticks.flatMap((tick) => {
    const label = fitText(tick.label, TICK_SIZE, widest);
    const width = textWidth(label, TICK_SIZE);
    const middle = Math.min(Math.max(tick.at, width / 2 + 2), right(plot) + 24 - width / 2);
    if (middle - width / 2 < free) return [];
    free = middle + width / 2 + 8;
    const attributes = { x: middle, y: bottom(plot) + 19, 'font-size': TICK_SIZE };
    return [textElement(label, { ...attributes, 'text-anchor': 'middle', fill: QUIET_TEXT })];
  });
}

/** Least width of a bar's name, in pixels. With many bars some names are left out instead of all being cut. */
const LEAST_NAME = 48;
