/** What the shapes of a chart's points, and the looks of its lines, mean, for its legend. */
import type { ChartId, Mark, Series } from '../chart';

type Words = Readonly<Partial<Record<Mark, string>>>;

/** As the charts' own files choose the marks; a chart that is not here says it by its series. */
export const MARK_WORDS: Readonly<Partial<Record<ChartId, Words>>> = {
  'trade-off': {
    circle: 'meets its target',
    cross: 'misses its target',
    square: 'meets it, but cannot run so',
    triangle: 'undecided',
  },
};

type Looks = Readonly<Partial<Record<NonNullable<Series['look']>, string>>>;

export const LOOK_WORDS: Readonly<Partial<Record<ChartId, Looks>>> = {
  'day-nodes': { thin: 'fixed all day', dotted: 'autoscaled' },
  'growth-nodes': { thin: 'today’s nodes, kept' },
  'growth-cost': { thin: 'today’s nodes, kept' },
};
