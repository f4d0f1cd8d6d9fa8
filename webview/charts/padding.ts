/** Computes the space around the axes: above for the topmost words, at the right for names of lines. */
import type { Chart } from '../../src/charts/chart';
import { labelFont } from './canvas';
import type { Scene } from './scene';

const TOP = 8;
const RIGHT = 8;
const WIDEST = 96;
/** Largest share of the width that the names may take. */
const MOST_SHARE = 0.2;
/** Pixels from a point to the beginning of its tag. */
const GAP = 10;

/** @param width Width of the whole drawing. */
export function paddingFor({ chart, theme }: Scene, width: number) {
  const context = document.createElement('canvas').getContext('2d');
  const tags = endTags(chart);
  if (context === null || tags.length === 0) return { top: TOP, right: RIGHT };
  context.font = labelFont(theme);
  const widest = tags.reduce((most, tag) => Math.max(most, context.measureText(tag).width), 0);
  const room = Math.min(widest + GAP, WIDEST, width * MOST_SHARE);
  return { top: TOP, right: Math.max(RIGHT, room) };
}

/** Returns the names of the lines that end furthest to the right. */
function endTags({ series }: Chart): readonly string[] {
  const lines = series.filter(({ kind, band }) => !band && (kind === 'line' || kind === 'steps'));
  const ends = lines.flatMap(({ points }) => {
    const end = points.at(-1);
    return end?.tag === undefined ? [] : [{ x: end.x, tag: end.tag }];
  });
  const furthest = ends.reduce((most, { x }) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  return ends.filter(({ x }) => x === furthest).map(({ tag }) => tag);
}
