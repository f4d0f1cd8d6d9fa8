/** What the shapes of a chart's points mean, for its legend. */
import type { ChartId, Mark } from '../chart';

type Words = Readonly<Partial<Record<Mark, string>>>;

/** As the charts' own files choose the marks; a chart that is not here says it by its series. */
export const MARK_WORDS: Readonly<Partial<Record<ChartId, Words>>> = {
  'trade-off': {
    circle: 'meets its target',
    cross: 'misses its target',
    triangle: 'undecided',
  },
};
