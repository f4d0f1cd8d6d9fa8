/** What a legend has to say: each series by its name, and what shapes, hollow and dashed mean where they occur. */
import type { Chart, Colour, Mark, Series } from '../chart';
import { MARK_WORDS } from './markWords';
import { cleanText } from './text';

export interface Entry {
  /** Undefined for mere words. */
  readonly sample: Sample | undefined;
  readonly text: string;
}

export interface Sample {
  readonly kind: Series['kind'] | 'band';
  readonly colour: Colour;
  readonly mark: Mark;
  readonly isHollow: boolean;
  readonly isDashed: boolean;
}

export function legendEntries({ id, series }: Chart): readonly Entry[] {
  const named = series.flatMap((each): readonly Entry[] => {
    const text = cleanText(each.label ?? '');
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
