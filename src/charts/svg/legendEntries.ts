/**
 * Lists the entries of a legend: each series by its name, and the looks that occur. Looks are shapes, hollow, dashed
 * and thin lines, and ranges.
 */
import { oneLine } from '../../messages/oneLine';
import type { Chart, ChartId, Colour, Mark, Series } from '../chart';
import { LOOK_WORDS, MARK_WORDS } from './markWords';

export interface Entry {
  /** Sample beside the words. Undefined for words alone. */
  readonly sample: Sample | undefined;
  readonly text: string;
}

export interface Sample {
  /** Kind of sample. `range` is a bar that shows how far a point may be off. */
  readonly kind: Series['kind'] | 'band' | 'range';
  readonly colour: Colour;
  readonly mark: Mark;
  readonly isHollow: boolean;
  readonly isDashed: boolean;
  readonly look?: Series['look'];
  /** Set if the series is tried and not in the file: its sample has a ring. */
  readonly isTried?: true;
}

export function legendEntries({ id, series }: Chart): readonly Entry[] {
  const named = series.flatMap((each): readonly Entry[] => {
    const text = each.whatIf ? '' : oneLine(each.label ?? '');
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
    ...lookEntries(id, series),
    ...(series.some(({ whatIf }) => whatIf) ? [TRIED] : []),
    ...(drawn.some(({ hollow }) => hollow) ? [HOLLOW] : []),
    ...(bars.some(({ hollow }) => hollow) ? [HOLLOW_BARS] : []),
    ...(points.some(({ dashed }) => dashed) ? [DASHED] : []),
    ...(series.some(({ band }) => band) ? [BAND] : []),
    ...(series.some(hasRanges) ? [RANGE] : []),
    ...(series.some(({ offset }) => offset) ? [SIDE_BY_SIDE] : []),
  ];
}

const QUIET = { colour: 'muted', isHollow: false, isDashed: false } as const;
const TRIED: Entry = {
  sample: { ...QUIET, kind: 'points', mark: 'none', isTried: true },
  text: 'ring: tried, not in the file',
};
const SIDE_BY_SIDE: Entry = { sample: undefined, text: 'lines side by side have equal values' };
const HOLLOW: Entry = {
  sample: { ...QUIET, kind: 'points', mark: 'circle', isHollow: true },
  text: 'hollow: unverified',
};
const HOLLOW_BARS: Entry = {
  sample: { ...QUIET, kind: 'bars', mark: 'none', isHollow: true },
  text: 'hollow bars: unverified',
};
const DASHED: Entry = {
  sample: { ...QUIET, kind: 'line', mark: 'none', isDashed: true },
  text: 'dashed: outside what was observed',
};
const BAND: Entry = {
  sample: { ...QUIET, kind: 'band', mark: 'none' },
  text: 'band: 80% interval',
};
const RANGE: Entry = {
  sample: { ...QUIET, kind: 'range', mark: 'none' },
  text: 'bar: 80% interval',
};

/** Returns one entry for all lines that accompany others in the same way. */
function lookEntries(id: ChartId, series: readonly Series[]): readonly Entry[] {
  return (['thin', 'dotted'] as const).flatMap((look): readonly Entry[] => {
    const text = LOOK_WORDS[id]?.[look];
    if (text === undefined || !series.some((each) => each.look === look)) return [];
    return [{ sample: { ...QUIET, kind: 'line', mark: 'none', look }, text: `${look}: ${text}` }];
  });
}

function hasRanges({ band, points }: Series): boolean {
  return !band && points.some(({ low, high }) => low !== undefined && high !== undefined);
}

/**
 * Returns the shape that all points of a series share, or only its colour if they have several shapes.
 * @param isToldApart Tells if shapes have a meaning of their own in this chart.
 */
function sampleOf({ kind, colour, points, band }: Series, isToldApart: boolean): Sample {
  const marks = new Set(points.map(({ mark }) => mark).filter((mark) => mark !== 'none'));
  const [shared = 'none'] = marks.size === 1 ? marks : [];
  const hasLine = points.some(({ y }) => y !== undefined);
  const isColourOnly = kind === 'points' && (isToldApart || shared === 'none');
  return {
    kind: isColourOnly ? 'bars' : band && !hasLine ? 'band' : kind,
    colour,
    mark: isColourOnly ? 'none' : shared,
    isHollow: !isColourOnly && points.length > 0 && points.every(({ hollow }) => hollow),
    isDashed: false,
  };
}
