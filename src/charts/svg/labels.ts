/** Draws tags beside points and labels on rules, so that none covers another. */
import { oneLine } from '../../messages/oneLine';
import type { Rule } from '../chart';
import type { Box, Place } from './box';
import type { Frame } from './frame';
import { besideColumn, besideRow, leaderTo, placesAbove, placesAround } from './labelPlaces';
import { MARK_RADIUS } from './marks';
import { AXIS_LINE, BACKGROUND, TEXT } from './palette';
import type { LabelPlacer } from './placer';
import { RULE_COLOURS } from './rules';
import { fitText, textElement, textWidth } from './text';
import { element } from './xml';

const SIZE = 13;
const HEIGHT = SIZE * 1.2;
const WIDEST_TAG = 150;
const WIDEST_RULE = 260;

/** Draws a tag, or nothing if there is no room: the table has every name. */
export function tagElement(tag: string, at: Place, isBar: boolean, placer: LabelPlacer): string {
  const text = fitText(oneLine(tag), SIZE, WIDEST_TAG);
  const size = sizeOf(text);
  const box = isBar
    ? placer.place(placesAbove(at, size))
    : placer.place(placesAround(at, size, MARK_RADIUS), at);
  if (!box) return '';
  return (isBar ? '' : leader(at, box)) + labelElement(text, box, TEXT, '600');
}

/** Draws a thin line from a point to a tag that has no room next to it. */
function leader(at: Place, box: Box): string {
  const end = leaderTo(at, box, MARK_RADIUS);
  const paint = { stroke: AXIS_LINE, 'stroke-width': 0.8 };
  return end ? element('line', { x1: at.x, y1: at.y, x2: end.x, y2: end.y, ...paint }) : '';
}

/** Draws the label along the end of its line. */
export function ruleLabel(rule: Rule, frame: Frame, placer: LabelPlacer): string {
  const at = rule.axis === 'x' ? frame.x.at(rule.at) : frame.y.at(rule.at);
  if (at === undefined) return '';
  const text = fitText(oneLine(rule.label), SIZE, WIDEST_RULE);
  const beside = rule.axis === 'x' ? besideColumn : besideRow;
  const box = placer.place(beside(at, sizeOf(text), frame.plot));
  return box ? labelElement(text, box, RULE_COLOURS[rule.kind], '500') : '';
}

function sizeOf(text: string): { readonly width: number; readonly height: number } {
  return { width: textWidth(text, SIZE), height: HEIGHT };
}

/** Draws a label with a rim of the background, so that it is readable on a line. */
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
