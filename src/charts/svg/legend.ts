/** Draws the legend: its entries in rows below the picture, with a sample of each. */
import { t } from '@vscode/l10n';
import type { Chart } from '../chart';
import type { Place } from './box';
import { PADDING, WIDTH } from './frame';
import { legendEntries, type Entry, type Sample } from './legendEntries';
import { DOTS } from './lines';
import { markElement, triedRing } from './marks';
import { BACKGROUND, PALETTE, TEXT } from './palette';
import { fitText, textElement, textWidth } from './text';
import { coordinate, element } from './xml';

interface Legend {
  readonly height: number;
  readonly elements: readonly string[];
}

/** @param top Top of the first row, in pixels. */
export function legendOf(chart: Chart, top: number): Legend {
  const rows = rowsOf(legendEntries(chart));
  const elements = rows.flatMap((row, index) =>
    row.map(({ entry, x }) => entryElement(entry, x, top + index * ROW)),
  );
  return { height: rows.length === 0 ? 0 : rows.length * ROW + 6, elements };
}

const SIZE = 13;
const ROW = 23;
const SAMPLE = 26;
const MOST_ROWS = 6;
const WIDEST = 280;
/** Width for the words that count the omitted entries, in pixels. */
const ROOM_FOR_MORE = 160;

interface Placed {
  readonly entry: Entry;
  readonly x: number;
}

/** Fills rows from the left. If there are too many entries, the last row counts the omitted ones. */
function rowsOf(entries: readonly Entry[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  let x = WIDTH;
  for (const [index, { sample, text }] of entries.entries()) {
    const entry = { sample, text: fitText(text, SIZE, WIDEST) };
    const end = x + widthOf(entry);
    const isLast = index === entries.length - 1;
    if (rows.length === MOST_ROWS && !isLast && end > WIDTH - ROOM_FOR_MORE) {
      const more = { sample: undefined, text: t`… and ${entries.length - index} more` };
      rows.at(-1)?.push({ entry: more, x });
      return rows;
    }
    if (end > WIDTH) {
      rows.push([]);
      x = PADDING;
    }
    rows.at(-1)?.push({ entry, x });
    x += widthOf(entry);
  }
  return rows;
}

function widthOf({ text }: Entry): number {
  return SAMPLE + 6 + textWidth(text, SIZE) + 18;
}

function entryElement({ sample, text }: Entry, x: number, y: number): string {
  const label = textElement(text, {
    x: sample ? x + SAMPLE + 6 : x,
    y: y + SIZE,
    'font-size': SIZE,
    fill: TEXT,
  });
  return (sample ? sampleElement(sample, x, y + SIZE * 0.65) : '') + label;
}

function sampleElement(sample: Sample, x: number, y: number): string {
  const { kind, mark, isHollow, isTried } = sample;
  const colour = PALETTE[sample.colour];
  const middle = { x: x + SAMPLE / 2, y };
  switch (kind) {
    case 'bars':
    case 'band':
      return patchElement(sample, x, y);
    case 'range':
      return rangeElement(middle, colour);
    case 'points':
      return (
        markElement(mark, middle, { colour, isHollow }) + (isTried ? triedRing(middle, colour) : '')
      );
    default:
      return lineElement(sample, x, y) + markElement(mark, middle, { colour, isHollow });
  }
}

function patchElement({ kind, isHollow, ...sample }: Sample, x: number, y: number): string {
  const colour = PALETTE[sample.colour];
  const isOutlined = kind === 'bars' && isHollow;
  return element('rect', {
    x: x + 6,
    y: y - 6,
    width: 14,
    height: 12,
    fill: isOutlined ? BACKGROUND : colour,
    'fill-opacity': kind === 'band' ? 0.2 : undefined,
    stroke: isOutlined ? colour : undefined,
  });
}

function lineElement({ look, isDashed, colour }: Sample, x: number, y: number): string {
  const dots = look === 'dotted' ? DOTS : undefined;
  return element('line', {
    x1: x,
    y1: y,
    x2: x + SAMPLE,
    y2: y,
    stroke: PALETTE[colour],
    'stroke-width': look === 'thin' ? 1.2 : 2,
    'stroke-linecap': dots && 'round',
    'stroke-dasharray': isDashed ? '6 4' : dots,
  });
}

/** Draws an error bar as on its point. */
function rangeElement({ x, y }: Place, stroke: string): string {
  const [left, right] = [x - 4, x + 4].map(coordinate);
  const [top, foot] = [y - 7, y + 7].map(coordinate);
  const d = `M${left},${top}H${right}M${coordinate(x)},${top}V${foot}M${left},${foot}H${right}`;
  return element('path', { d, fill: 'none', stroke, 'stroke-width': 1.4 });
}
