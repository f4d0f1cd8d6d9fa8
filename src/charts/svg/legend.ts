/** What the colours and shapes mean, in rows below the picture. */
import type { Chart, Colour, Mark, Series } from '../chart';
import { PADDING, WIDTH } from './frame';
import { markElement } from './marks';
import { MARK_WORDS } from './markWords';
import { PALETTE, TEXT } from './palette';
import { cleanText, fitText, textElement, textWidth } from './text';
import { element } from './xml';

export interface Legend {
  readonly height: number;
  readonly elements: readonly string[];
}

/** @param top Where its first row begins. */
export function legendOf(chart: Chart, top: number): Legend {
  const entries = entriesOf(chart);
  const lefts = { x: PADDING, row: 0 };
  const elements = entries.flatMap((entry, index) => {
    const width = SAMPLE + 6 + textWidth(entry.text, SIZE) + 18;
    if (lefts.x > PADDING && lefts.x + width > WIDTH) {
      lefts.x = PADDING;
      lefts.row++;
    }
    if (lefts.row >= MOST_ROWS) return [];
    const { x, row } = lefts;
    lefts.x += width;
    const isLastThatFits = row === MOST_ROWS - 1 && lefts.x > WIDTH - 160;
    if (isLastThatFits && index < entries.length - 1) {
      lefts.row = MOST_ROWS;
      const more = { sample: undefined, text: `… and ${entries.length - index} more` };
      return [entryElement(more, x, top + row * ROW)];
    }
    return [entryElement(entry, x, top + row * ROW)];
  });
  const rows = entries.length === 0 ? 0 : Math.min(MOST_ROWS, lefts.row + 1);
  return { height: rows === 0 ? 0 : rows * ROW + 6, elements };
}

const SIZE = 13;
const ROW = 23;
const SAMPLE = 26;
const MOST_ROWS = 6;
const WIDEST = 280;

interface Entry {
  readonly sample: Sample | undefined;
  readonly text: string;
}

interface Sample {
  readonly kind: Series['kind'] | 'band';
  readonly colour: Colour;
  readonly mark: Mark;
  readonly isHollow: boolean;
  readonly isDashed: boolean;
}

function entriesOf({ id, series }: Chart): readonly Entry[] {
  const named = series.flatMap((each): readonly Entry[] => {
    const text = fitText(cleanText(each.label ?? ''), SIZE, WIDEST);
    return text === '' ? [] : [{ sample: sampleOf(each, MARK_WORDS[id] !== undefined), text }];
  });
  const points = series.flatMap(({ points }) => points.filter(({ y }) => y !== undefined));
  const drawn = points.filter(({ mark }) => mark !== 'none');
  const bars = series.flatMap(({ kind, points }) => (kind === 'bars' ? points : []));
  const words = Object.entries(MARK_WORDS[id] ?? {}) as readonly (readonly [Mark, string])[];
  const shapes = words.filter(([mark]) => drawn.some((point) => point.mark === mark));
  return [
    ...named,
    ...shapes.map(([mark, text]) => ({
      sample: { ...QUIET, kind: 'points', mark } as const,
      text,
    })),
    ...(drawn.some(({ hollow }) => hollow) ? [HOLLOW] : []),
    ...(bars.some(({ hollow }) => hollow) ? [PALE] : []),
    ...(points.some(({ dashed }) => dashed) ? [DASHED] : []),
  ];
}

const QUIET = { colour: 'muted', isHollow: false, isDashed: false } as const;
const HOLLOW: Entry = {
  sample: { ...QUIET, kind: 'points', mark: 'circle', isHollow: true },
  text: 'hollow: unverified',
};
const PALE: Entry = {
  sample: { ...QUIET, kind: 'bars', mark: 'none', isHollow: true },
  text: 'pale: unverified',
};
const DASHED: Entry = {
  sample: { ...QUIET, kind: 'line', mark: 'none', isDashed: true },
  text: 'dashed: beyond what was observed',
};

/**
 * With the shape that all of its points share; points of several shapes are told by their colour alone.
 * @param isToldApart Whether shapes mean something of their own in this chart.
 */
function sampleOf({ kind, colour, points, band, whatIf }: Series, isToldApart: boolean): Sample {
  const marks = new Set(points.map(({ mark }) => mark).filter((mark) => mark !== 'none'));
  const [shared = 'none'] = marks.size === 1 ? marks : [];
  const hasLine = points.some(({ y }) => y !== undefined);
  const isPatch = kind === 'points' && (isToldApart || shared === 'none');
  return {
    kind: isPatch ? 'bars' : band && !hasLine ? 'band' : kind,
    colour,
    mark: shared,
    isHollow: !isPatch && points.length > 0 && points.every(({ hollow }) => hollow),
    isDashed: whatIf ?? false,
  };
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
