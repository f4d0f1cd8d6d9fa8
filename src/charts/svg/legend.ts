/** The legend: its entries in rows below the picture, with a sample of each. */
import type { Chart } from '../chart';
import { PADDING, WIDTH } from './frame';
import { legendEntries, type Entry, type Sample } from './legendEntries';
import { markElement } from './marks';
import { PALETTE, TEXT } from './palette';
import { fitText, textElement, textWidth } from './text';
import { element } from './xml';

export interface Legend {
  readonly height: number;
  readonly elements: readonly string[];
}

/** @param top Where its first row begins. */
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
/** For the words that count what is left out. */
const ROOM_FOR_MORE = 160;

interface Placed {
  readonly entry: Entry;
  readonly x: number;
}

/** Filled from the left; of very many the last row counts those that have no room. */
function rowsOf(entries: readonly Entry[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  let x = WIDTH;
  for (const [index, { sample, text }] of entries.entries()) {
    const entry = { sample, text: fitText(text, SIZE, WIDEST) };
    const end = x + widthOf(entry);
    const isLast = index === entries.length - 1;
    if (rows.length === MOST_ROWS && !isLast && end > WIDTH - ROOM_FOR_MORE) {
      const more = { sample: undefined, text: `… and ${entries.length - index} more` };
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
  const { kind, mark, isHollow, isDashed } = sample;
  const colour = PALETTE[sample.colour];
  if (kind === 'bars' || kind === 'band') {
    const faint = kind === 'band' ? 0.2 : isHollow ? 0.15 : undefined;
    const outline = kind === 'bars' && isHollow ? colour : undefined;
    return element('rect', {
      x: x + 6,
      y: y - 6,
      width: 14,
      height: 12,
      fill: colour,
      'fill-opacity': faint,
      stroke: outline,
    });
  }
  const line = element('line', {
    x1: x,
    y1: y,
    x2: x + SAMPLE,
    y2: y,
    stroke: colour,
    'stroke-width': 2,
    'stroke-dasharray': isDashed ? '6 4' : undefined,
  });
  const point = markElement(mark, { x: x + SAMPLE / 2, y }, { colour, isHollow });
  return kind === 'points' ? point : line + point;
}
