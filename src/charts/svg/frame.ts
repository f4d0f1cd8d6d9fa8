/** Places the parts of the picture. Sizes follow from the texts of the axes and the head. */
import { oneLine } from '../../messages/oneLine';
import type { Chart } from '../chart';
import type { Box, Place } from './box';
import { domainOf, type Domain } from './domain';
import { scaleFor, type Scale } from './scales';
import { textWidth } from './text';

export const WIDTH = 720;
export const PADDING = 20;
export const TICK_SIZE = 13;

const PLOT_HEIGHT = 300;
/** Height below the plot, in pixels, for tick labels and the name of the axis. */
export const FOOT_HEIGHT = 46;
/** Above the plot: the name of the vertical axis. */
const LABEL_HEIGHT = 32;
const WIDEST_TICK = 120;

export interface Frame {
  readonly plot: Box;
  readonly x: Scale;
  readonly y: Scale;
  /** Place in pixels, which may lie outside of the plot. Undefined if the scales cannot show it. */
  readonly place: (x: number | undefined, y: number | undefined) => Place | undefined;
  /** Same place, moved to the edge if it lies outside. */
  readonly within: (x: number, y: number) => Place;
}

/** @param top Bottom of the head, in pixels. */
export function frameOf(chart: Chart, top: number): Frame {
  const plotTop = top + LABEL_HEIGHT;
  const yDomain = domainOf(chart, 'y');
  const y = scaleFor(chart.y, yDomain, [plotTop + PLOT_HEIGHT, plotTop], 6);
  const widest = y.ticks.reduce((most, { label }) => Math.max(most, widthOf(label)), 0);
  const left = PADDING + Math.min(WIDEST_TICK, widest) + 11;
  const xDomain = domainOf(chart, 'x');
  const end = PADDING + 6 + roomForTags(chart, xDomain);
  const plot = { x: left, y: plotTop, width: WIDTH - end - left, height: PLOT_HEIGHT };
  const x = scaleFor(chart.x, xDomain, [plot.x, plot.x + plot.width], 8);
  return {
    plot,
    x,
    y,
    place: (xValue, yValue) => {
      const at = { x: x.at(xValue), y: y.at(yValue) };
      return at.x === undefined || at.y === undefined ? undefined : { x: at.x, y: at.y };
    },
    within: (xValue, yValue) => ({ x: x.within(xValue), y: y.within(yValue) }),
  };
}

/** Reserves room beside the plot for tags at the right ends of lines. */
function roomForTags({ series }: Chart, { scale, from, to }: Domain): number {
  const near = scale === 'log' ? to / (to / from) ** NEAR : to - (to - from) * NEAR;
  const atEnd = series
    .filter(({ kind }) => kind !== 'bars')
    .flatMap(({ points }) => points.filter(({ x, y }) => x >= near && x <= to && y !== undefined));
  const widest = atEnd.reduce((most, { tag = '' }) => Math.max(most, widthOf(oneLine(tag))), 0);
  return Math.max(0, Math.min(WIDEST_TAG, widest) - 8);
}

/** Share of the axis from its end that counts as near. */
const NEAR = 0.02;
const WIDEST_TAG = 96;

function widthOf(label: string): number {
  return textWidth(label, TICK_SIZE);
}
