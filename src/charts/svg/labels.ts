/** Tags beside points and labels on rules, so that none covers another. */
import type { Rule } from '../chart';
import { bottom, right, type Box, type Place } from './box';
import type { Frame } from './frame';
import { MARK_RADIUS } from './marks';
import { AXIS_LINE, BACKGROUND, TEXT } from './palette';
import type { LabelPlacer } from './placer';
import { RULE_COLOURS } from './rules';
import { cleanText, fitText, textElement, textWidth } from './text';
import { element } from './xml';

const SIZE = 13;
const HEIGHT = SIZE * 1.2;
const WIDEST_TAG = 150;
const WIDEST_RULE = 260;

/** A tag is left out where there is no room for it: the table has every name. */
export function tagElement(tag: string, at: Place, isBar: boolean, placer: LabelPlacer): string {
  const text = fitText(cleanText(tag), SIZE, WIDEST_TAG);
  const width = textWidth(text, SIZE);
  const box = placer.place(isBar ? placesAbove(at, width) : placesAround(at, width));
  if (!box) return '';
  return (isBar ? '' : leader(at, box)) + labelElement(text, box, TEXT, '600');
}

/** A thin line from a point to a tag that found no room right beside it. */
function leader(at: Place, box: Box): string {
  const x2 = Math.min(Math.max(at.x, box.x), right(box));
  const y2 = Math.min(Math.max(at.y, box.y + 2), bottom(box) - 2);
  if (Math.hypot(x2 - at.x, y2 - at.y) < MARK_RADIUS * 2) return '';
  return element('line', { x1: at.x, y1: at.y, x2, y2, stroke: AXIS_LINE, 'stroke-width': 0.8 });
}

/** On the top of a bar. */
function placesAbove({ x, y }: Place, width: number): readonly Box[] {
  return [3, 16].map((away) => ({
    x: x - width / 2,
    y: y - away - HEIGHT,
    width,
    height: HEIGHT,
  }));
}

/** Along the end of its line. */
export function ruleLabel(rule: Rule, frame: Frame, placer: LabelPlacer): string {
  const at = rule.axis === 'x' ? frame.x.at(rule.at) : frame.y.at(rule.at);
  if (at === undefined) return '';
  const text = fitText(cleanText(rule.label), SIZE, WIDEST_RULE);
  const width = textWidth(text, SIZE);
  const { plot } = frame;
  const places = rule.axis === 'x' ? besideColumn(at, width, plot) : besideRow(at, width, plot);
  const box = placer.place(places);
  return box ? labelElement(text, box, RULE_COLOURS[rule.kind], '500') : '';
}

/** Right first, as one reads, then further away. */
function placesAround({ x, y }: Place, width: number): readonly Box[] {
  return [1, 2.4, 4].flatMap((times) => {
    const away = (MARK_RADIUS + 2) * times;
    const slant = away * 0.75;
    const middle = y - HEIGHT / 2;
    const lefts = { east: x + away, west: x - away - width, middle: x - width / 2 };
    const corners: readonly (readonly [number, number])[] = [
      [lefts.east, middle],
      [x + slant, y - slant - HEIGHT],
      [x + slant, y + slant],
      [lefts.middle, y - away - HEIGHT],
      [lefts.middle, y + away],
      [lefts.west, middle],
      [x - slant - width, y - slant - HEIGHT],
      [x - slant - width, y + slant],
    ];
    return corners.map(([left, top]) => ({ x: left, y: top, width, height: HEIGHT }));
  });
}

/** Above or below a line across, at its ends or in its middle. */
function besideRow(at: number, width: number, plot: Box): readonly Box[] {
  const lefts = [right(plot) - width - 2, plot.x + 6, plot.x + (plot.width - width) / 2];
  const tops = [at - HEIGHT - 2, at + 3];
  return lefts.flatMap((x) => tops.map((y) => ({ x, y, width, height: HEIGHT })));
}

/** Right or left of an upright line, as far up as possible. */
function besideColumn(at: number, width: number, plot: Box): readonly Box[] {
  const rows = Math.floor((bottom(plot) - plot.y) / (HEIGHT + 2));
  return Array.from({ length: rows }, (_, row) => plot.y + 3 + row * (HEIGHT + 2)).flatMap((y) =>
    [at + 6, at - 6 - width].map((x) => ({ x, y, width, height: HEIGHT })),
  );
}

/** With a rim of the background, so that it can be read on a line. */
function labelElement(text: string, box: Box, fill: string, weight: string): string {
  return textElement(text, {
    x: box.x,
    y: box.y + SIZE * 0.95,
    'font-size': SIZE,
    'font-weight': weight,
    fill,
    stroke: BACKGROUND,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });
}
