/** Whatever the chart, the picture is well-formed XML, and everything in it is where it can be seen. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHART_IDS,
  type Axis,
  type Chart,
  type ChartPoint,
  type Rule,
  type Series,
} from '../../../../src/charts/chart';
import { extentOf, pictureOf } from './pictureOf';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '<a b="c">&d;</a>', ']]>', '\ud800', '\u0000'),
);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 1e-3, max: 1e9, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -10, max: 10 }) },
  { weight: 1, arbitrary: fc.double() },
);
const maybe = fc.option(fc.constant(true as const), { nil: undefined });
const colour = fc.constantFrom(
  'blue',
  'orange',
  'purple',
  'green',
  'red',
  'yellow',
  'foreground',
  'muted',
);
const mark = fc.constantFrom('circle', 'triangle', 'square', 'diamond', 'cross', 'star', 'none');

const point = fc.record(
  {
    x: value,
    y: fc.option(value, { nil: undefined }),
    mark,
    says: fc.array(text, { maxLength: 2 }),
    low: value,
    high: value,
    hollow: fc.constant(true as const),
    dashed: fc.constant(true as const),
    tag: text,
  },
  { requiredKeys: ['x', 'y', 'mark', 'says'] },
) as fc.Arbitrary<ChartPoint>;

const series = fc
  .record({
    id: text,
    label: fc.option(text, { nil: undefined }),
    kind: fc.constantFrom('line', 'steps', 'points', 'bars'),
    colour,
    points: fc.array(point, { maxLength: 12 }),
    band: maybe,
    whatIf: maybe,
  })
  .map(({ band, whatIf, ...rest }) => ({
    ...rest,
    ...(band ? { band } : {}),
    ...(whatIf ? { whatIf } : {}),
  })) as fc.Arbitrary<Series>;

const axis = fc.record(
  {
    label: text,
    unit: fc.constantFrom('s', 'nodes', 'users', { currency: 'USD', per: 'hour' }),
    scale: fc.constantFrom('linear', 'log'),
    canBeLog: fc.boolean(),
    from: value,
    to: value,
    whole: fc.constant(true as const),
    categories: fc.array(text, { maxLength: 30 }),
  },
  { requiredKeys: ['label', 'unit', 'scale', 'canBeLog'] },
) as fc.Arbitrary<Axis>;

const rule = fc.record({
  axis: fc.constantFrom('x', 'y'),
  at: value,
  label: text,
  kind: fc.constantFrom('limit', 'today'),
}) as fc.Arbitrary<Rule>;

const chart = fc.record({
  id: fc.constantFrom(...CHART_IDS),
  title: text,
  conclusion: text,
  x: axis,
  y: axis,
  series: fc.array(series, { maxLength: 8 }),
  rules: fc.array(rule, { maxLength: 4 }),
  table: fc.constant({ columns: [], rows: [] }),
}) as fc.Arbitrary<Chart>;

test('any chart gives well-formed XML within its view box, of finite numbers', () => {
  fc.assert(
    fc.property(chart, (each) => {
      const picture = pictureOf(each);
      const [, , width = 0, height = 0] = (picture.elements[0]?.attributes.viewBox ?? '')
        .split(' ')
        .map(Number);
      const { x, y } = extentOf(picture);
      expect(x.least).toBeGreaterThanOrEqual(0);
      expect(x.most).toBeLessThanOrEqual(width);
      expect(y.least).toBeGreaterThanOrEqual(0);
      expect(y.most).toBeLessThanOrEqual(height);
    }),
    { numRuns: 400, seed: 20260131 },
  );
});
