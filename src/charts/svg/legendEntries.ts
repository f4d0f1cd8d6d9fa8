/**
 * Lists the entries of a legend: each series by its name, and the looks that occur. Looks are shapes, hollow, dashed
 * and thin lines, and ranges.
 */
import { t } from '@vscode/l10n';
import { oneLine } from '../../messages/oneLine';
import type { Chart, ChartId, Colour, Mark, Series } from '../chart';
import { lookWords, markWords } from './markWords';

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
  const meanings = markWords(id);
  const named = series.flatMap((each): readonly Entry[] => {
    const text = each.whatIf ? '' : oneLine(each.label ?? '');
    return text === '' ? [] : [{ sample: sampleOf(each, meanings !== undefined), text }];
  });
  const points = series.flatMap(({ points }) => points.filter(({ y }) => y !== undefined));
  const drawn = points.filter(({ mark }) => mark !== 'none');
  const bars = series.flatMap(({ kind, points }) => (kind === 'bars' ? points : []));
  const words = Object.entries(meanings ?? {}) as readonly (readonly [Mark, string])[];
  const shapes = words.filter(([mark]) => drawn.some((point) => point.mark === mark));
  return [
    ...named,
    ...shapes.map(([mark, text]) => ({
      sample: { ...QUIET, kind: 'points', mark } as const,
      text,
    })),
    ...lookEntries(id, series),
    ...(series.some(({ whatIf }) => whatIf) ? [tried()] : []),
    ...(drawn.some(({ hollow }) => hollow) ? [hollowPoints()] : []),
    ...(bars.some(({ hollow }) => hollow) ? [hollowBars()] : []),
    ...(points.some(({ dashed }) => dashed) ? [dashedLine()] : []),
    ...(series.some(({ band }) => band) ? [intervalBand()] : []),
    ...(series.some(hasRanges) ? [intervalBar()] : []),
    ...(series.some(({ offset }) => offset) ? [sideBySide()] : []),
  ];
}

const QUIET = { colour: 'muted', isHollow: false, isDashed: false } as const;

const tried = (): Entry => ({
  sample: { ...QUIET, kind: 'points', mark: 'none', isTried: true },
  text: t`ring: tried, not in the file`,
});
const sideBySide = (): Entry => ({
  sample: undefined,
  text: t`lines side by side have equal values`,
});
const hollowPoints = (): Entry => ({
  sample: { ...QUIET, kind: 'points', mark: 'circle', isHollow: true },
  text: t`hollow: unverified`,
});
const hollowBars = (): Entry => ({
  sample: { ...QUIET, kind: 'bars', mark: 'none', isHollow: true },
  text: t`hollow bars: unverified`,
});
const dashedLine = (): Entry => ({
  sample: { ...QUIET, kind: 'line', mark: 'none', isDashed: true },
  text: t`dashed: outside what was observed`,
});
const intervalBand = (): Entry => ({
  sample: { ...QUIET, kind: 'band', mark: 'none' },
  text: t`band: 80% interval`,
});
const intervalBar = (): Entry => ({
  sample: { ...QUIET, kind: 'range', mark: 'none' },
  text: t`bar: 80% interval`,
});

/** Returns one entry for all lines that accompany others in the same way. */
function lookEntries(id: ChartId, series: readonly Series[]): readonly Entry[] {
  return (['thin', 'dotted'] as const).flatMap((look): readonly Entry[] => {
    const text = lookWords(id)[look];
    if (text === undefined || !series.some((each) => each.look === look)) return [];
    return [{ sample: { ...QUIET, kind: 'line', mark: 'none', look }, text }];
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
