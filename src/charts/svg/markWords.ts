/** Explains the shapes of a chart's points and the looks of its lines, for its legend. */
import type { ChartId, Mark, Series } from '../chart';

type Words = Readonly<Partial<Record<Mark, string>>>;

/** Words for the marks that the charts' own files choose. A chart that is not listed explains them by its series. */
export const MARK_WORDS: Readonly<Partial<Record<ChartId, Words>>> = {
  'trade-off': {
    circle: 'meets its target',
    cross: 'misses its target',
    square: 'meets it, but cannot run so',
    triangle: 'undecided',
    star: 'answer: the cheapest for a target',
  },
  latency: {
    star: 'scenario',
    circle: 'measured',
    square: 'reported',
    diamond: 'estimate',
    triangle: 'guess',
  },
};

type Looks = Readonly<Partial<Record<NonNullable<Series['look']>, string>>>;

export const LOOK_WORDS: Readonly<Partial<Record<ChartId, Looks>>> = {
  'day-nodes': { thin: 'fixed all day', dotted: 'autoscaled' },
  'growth-nodes': { thin: 'today’s nodes, kept' },
  'growth-cost': { thin: 'today’s nodes, kept' },
};
