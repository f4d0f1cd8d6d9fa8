/** What a picture has to have, whoever looks at it or reads it. */
import { describe, expect, test } from 'vitest';
import { renderSvg } from '../../../../src/charts/svg/renderSvg';
import { textWidth } from '../../../../src/charts/svg/text';
import {
  ALL_CHARTS,
  BARS,
  BY_USERS,
  chartOf,
  CROWDED,
  EMPTY,
  EXTREME,
  HOSTILE,
  LATENCY,
  pointAt,
  seriesOf,
  TRADE_OFF,
} from '../../../support/handmadeCharts';
import { extentOf, pictureOf } from './pictureOf';

const WIDTH = 720;

describe.each(Object.entries(ALL_CHARTS))('the picture of %s', (_, chart) => {
  const picture = pictureOf(chart);
  const [svg] = picture.elements;
  const [, , width, height] = (svg?.attributes.viewBox ?? '').split(' ').map(Number);

  test('is well-formed, and named for those who do not see it', () => {
    expect(svg?.name).toBe('svg');
    expect(svg?.attributes.role).toBe('img');
    const ids = svg?.attributes['aria-labelledby']?.split(' ');
    expect(ids).toEqual(picture.elements.slice(1, 3).map(({ attributes }) => attributes.id));
    expect(picture.elements.slice(1, 3).map(({ name }) => name)).toEqual(['title', 'desc']);
  });

  test('lies within its view box', () => {
    const { x, y } = extentOf(picture);
    expect(x.least).toBeGreaterThanOrEqual(0);
    expect(x.most).toBeLessThanOrEqual(width ?? 0);
    expect(y.least).toBeGreaterThanOrEqual(0);
    expect(y.most).toBeLessThanOrEqual(height ?? 0);
    expect(width).toBe(WIDTH);
  });

  test('has numbers of few digits', () => {
    const numbers = picture.elements
      .flatMap(({ attributes }) => Object.values(attributes))
      .join(' ');
    expect(numbers).not.toMatch(/\.\d{3}/);
    expect(numbers.replace(/#[\da-f]{6}/g, '')).not.toMatch(/NaN|Infinity|undefined|\de[+-]?\d/);
  });

  test('needs nothing from elsewhere, and runs nothing', () => {
    const names = new Set(picture.elements.map(({ name }) => name));
    expect([...names].filter((name) => !KNOWN.has(name))).toEqual([]);
    for (const { attributes } of picture.elements) {
      expect(Object.keys(attributes).filter((key) => /^on|href|style|class/.test(key))).toEqual([]);
      expect(Object.values(attributes).filter((value) => value.includes('url('))).toEqual([]);
    }
  });

  test('is the same each time', () => {
    expect(renderSvg(chart)).toBe(picture.svg);
  });
});

const KNOWN = new Set([
  'svg',
  'title',
  'desc',
  'g',
  'rect',
  'line',
  'path',
  'circle',
  'text',
  'tspan',
]);

test('says title and conclusion in words', () => {
  const { elements, texts } = pictureOf(TRADE_OFF);
  expect(elements[1]?.text).toBe('Cost against latency');
  expect(elements[2]?.text).toBe(TRADE_OFF.conclusion);
  expect(texts.join(' ')).toContain(TRADE_OFF.conclusion);
});

test('names stand out in the conclusion, and are plain in the description', () => {
  const { elements, named } = pictureOf(
    chartOf({ conclusion: '`only` is the only one that meets `a & b`.' }),
  );
  expect(named('tspan').map(({ text, attributes }) => [text, attributes['font-weight']])).toEqual([
    ['only', '600'],
    ['a & b', '600'],
  ]);
  expect(elements[2]?.text).toBe('only is the only one that meets a & b.');
});

test('a name that goes on in the next line, or is cut, stands out to the end', () => {
  const long = `\`${'name '.repeat(120)}\` is long.`;
  const { named } = pictureOf(chartOf({ conclusion: long }));
  expect(named('tspan')).toHaveLength(3);
  expect(named('tspan').at(-1)?.text).toMatch(/…$/);
});

test('what is tried is said in words, and each of its points has a ring', () => {
  const tried = ['Users 1,000 → 2,000', 'Parallel of B auto (8) → 6'];
  const point = seriesOf('changed', {
    kind: 'points',
    whatIf: true,
    points: [pointAt(1, 1, { mark: 'circle' })],
  });
  const { elements, texts, named } = pictureOf(chartOf({ series: [point], tried }));
  const words = 'Tried, not in the file: Users 1,000 → 2,000';
  expect(elements[2]?.text).toMatch(new RegExp(`^${words}, Parallel`));
  expect(texts.join(' ')).toContain(`${words} · Parallel of B auto (8) → 6`);
  const rings = named('circle').filter(({ attributes }) => attributes['stroke-dasharray']);
  expect(rings).toHaveLength(2); // of the point, and of the legend
});

test('lines that accompany others are thin or dotted, with one entry for all of a kind', () => {
  const points = [pointAt(0, 1), pointAt(24, 1)];
  const fixed = ['A', 'B'].map((id) =>
    seriesOf(id, { label: undefined, look: 'thin', colour: 'muted', points }),
  );
  const autoscaled = seriesOf('C', { label: undefined, look: 'dotted', points });
  const chart = chartOf({ id: 'day-nodes', series: [...fixed, autoscaled] });
  expect(linesOf(chart).map((line) => [line['stroke-width'], line['stroke-dasharray']])).toEqual([
    ['1.2', undefined],
    ['1.2', undefined],
    ['2', '0.1 4.5'],
  ]);
  const { texts } = pictureOf(chart);
  expect(texts.filter((text) => text === 'thin: fixed all day')).toHaveLength(1);
  expect(texts).toContain('dotted: autoscaled');
});

test('hours go by four, and nodes are whole', () => {
  const { texts } = pictureOf(
    chartOf({
      x: {
        label: 'hour',
        unit: 'factor',
        scale: 'linear',
        canBeLog: false,
        from: 0,
        to: 24,
        every: 4,
      },
      y: { label: 'nodes', unit: 'nodes', scale: 'linear', canBeLog: false, whole: true },
      series: [seriesOf('A', { points: [pointAt(0, 1), pointAt(24, 2)] })],
    }),
  );
  for (const hour of ['0', '4', '8', '12', '16', '20', '24']) expect(texts).toContain(hour);
  expect(texts.filter((text) => /^\d+\.\d+$/.test(text))).toEqual([]);
});

test('no line to a label runs through another one', () => {
  const points = Array.from({ length: 14 }, (_, i) =>
    pointAt(8 + i * 0.3, 5, { mark: 'circle', tag: `tag number ${i}` }),
  );
  const far = seriesOf('B', { points: [pointAt(0, 0), pointAt(20, 10)] });
  const near = seriesOf('A', { kind: 'points', points });
  const { named } = pictureOf(chartOf({ series: [near, far] }));
  const labels = named('text').filter(({ text }) => text.startsWith('tag number'));
  const leaders = named('line').filter(({ attributes }) => attributes['stroke-width'] === '0.8');
  expect(labels.length).toBeGreaterThan(5);
  expect(leaders.length).toBeGreaterThan(0);
  for (const { attributes: line } of leaders) {
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => Number(line[name]));
    const middle = { x: ((x1 ?? 0) + (x2 ?? 0)) / 2, y: ((y1 ?? 0) + (y2 ?? 0)) / 2 };
    for (const { attributes, text } of labels) {
      const [x, y] = [Number(attributes.x), Number(attributes.y)];
      const inside =
        middle.x > x && middle.x < x + textWidth(text, 13) && middle.y > y - 12 && middle.y < y + 3;
      expect(inside).toBe(false);
    }
  }
});

test('has the figures of a point where the mouse rests on it', () => {
  const titles = pictureOf(TRADE_OFF).elements.filter(
    ({ name, inside }) => name === 'title' && inside.at(-1) === 'circle',
  );
  expect(titles.map(({ text }) => text)).toEqual([
    'V: Migrate to vLLM\n20 nodes · $30/h\nbelow 1 s (reported)',
  ]);
});

test('names what a rule says, each tag, and every series of the legend', () => {
  const { texts } = pictureOf(TRADE_OFF);
  expect(texts).toEqual(
    expect.arrayContaining(['strict: <1 s', 'relaxed: <3 s', 'A', 'B', 'C', 'V']),
  );
  expect(texts).toEqual(expect.arrayContaining(['frontier', 'meets strict', 'misses strict']));
});

test('says what hollow and dashed mean only where something is', () => {
  expect(pictureOf(LATENCY).texts).toContain('hollow: unverified');
  expect(pictureOf(LATENCY).texts).toContain('dashed: outside what was observed');
  expect(pictureOf(BARS).texts.join(' ')).not.toMatch(/hollow|dashed/);
});

test('says what shapes mean, of those that there are', () => {
  const meets = seriesOf('ollama', { kind: 'points', points: [pointAt(1, 1, { mark: 'circle' })] });
  const { texts } = pictureOf(chartOf({ id: 'trade-off', series: [meets] }));
  expect(texts).toContain('meets its target');
  expect(texts).not.toContain('misses its target');
});

test('text of a plan stays text', () => {
  const { svg, texts, named } = pictureOf(HOSTILE);
  expect(svg).not.toContain('<script');
  expect(named('title')[0]?.text).toBe(
    '<script>alert("1")</script> & \'quoted\' ]]> \ufffd <!-- -- --> &amp;',
  );
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  expect(svg).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u061c\u202e\ud800]/);
  expect(texts.some((text) => text.startsWith('<script>alert') && text.endsWith('…'))).toBe(true);
});

test('a line has a gap where nothing is known', () => {
  const points = [
    pointAt(1, 1),
    pointAt(2, 2),
    pointAt(3, undefined),
    pointAt(4, 2),
    pointAt(5, 1),
  ];
  expect(linesOf(chartOf({ series: [seriesOf('gap', { points })] }))).toHaveLength(2);
});

test('a line is dashed where it leads outside what was observed', () => {
  const points = [pointAt(1, 1), pointAt(2, 2), pointAt(3, 3, { dashed: true })];
  const lines = linesOf(chartOf({ series: [seriesOf('line', { points })] }));
  expect(lines.map((line) => line['stroke-dasharray'])).toEqual([undefined, '6 4']);
});

test('a step holds until the next begins', () => {
  const points = [pointAt(0, 1), pointAt(1, 3), pointAt(2, 2)];
  const [line] = linesOf(chartOf({ series: [seriesOf('steps', { kind: 'steps', points })] }));
  const places = (line?.d ?? '')
    .slice(1)
    .split('L')
    .map((place) => place.split(',').map(Number));
  const moves = places
    .slice(1)
    .map(([x, y], index) => [
      Math.sign((x ?? 0) - (places[index]?.[0] ?? 0)),
      Math.sign((y ?? 0) - (places[index]?.[1] ?? 0)),
    ]);
  expect(moves).toEqual([
    [1, 0],
    [0, -1],
    [1, 0],
    [0, 1],
  ]);
});

test('a line that leaves what the axis shows is cut at the edge', () => {
  const points = [pointAt(0, 0), pointAt(10, 100)];
  const chart = chartOf({
    y: { label: 'y', unit: 's', scale: 'linear', canBeLog: true, from: 0, to: 10 },
    series: [seriesOf('steep', { points })],
  });
  const [line] = linesOf(chart);
  const { x, y } = extentOf(pictureOf(chart));
  expect(y.least).toBeGreaterThanOrEqual(0);
  const [, right] = (line?.d ?? '')
    .split('L')
    .map((place) => Number(place.split(',')[0]?.slice(0)));
  expect(right).toBeLessThan(x.most / 4);
});

test('on a logarithmic axis the same factor is the same distance', () => {
  const ticks = pictureOf(BY_USERS)
    .named('text')
    .filter(({ text }) => /^(10|100|1,000)$/.test(text));
  const heights = ticks
    .filter(({ attributes }) => attributes['text-anchor'] === 'end')
    .map(({ attributes }) => Number(attributes.y));
  expect(heights).toHaveLength(3);
  const [a = 0, b = 0, c = 0] = heights;
  expect(a - b).toBeCloseTo(b - c, 1);
});

test('what no logarithm has is left out, and a whisker down to it ends at the edge', () => {
  const picture = pictureOf(EXTREME);
  const marks = picture.elements.filter(
    ({ name, attributes }) =>
      name === 'circle' ||
      (attributes['stroke-linejoin'] === 'round' && attributes.fill !== 'none'),
  );
  expect(marks.length).toBeGreaterThanOrEqual(3);
  expect(picture.texts).not.toContain('never');
});

test.each(['circle', 'triangle', 'square', 'diamond', 'cross', 'star'] as const)(
  'the mark %s has a shape of its own, and is white inside where it is hollow',
  (mark) => {
    const shapes = [false, true].map((hollow) => {
      const point = pointAt(1, 1, { mark, ...(hollow ? { hollow } : {}), says: ['it'] });
      const series = seriesOf('s', { label: undefined, kind: 'points', points: [point] });
      const { elements } = pictureOf(chartOf({ series: [series] }));
      const title = elements.findIndex(({ name, text }) => name === 'title' && text === 'it');
      return elements[title - 1]?.attributes;
    });
    expect(shapes.map((shape) => shape?.fill)).toEqual(['#1b63b5', '#ffffff']);
    const corners = { circle: 0, triangle: 3, square: 4, diamond: 4, cross: 12, star: 10 };
    expect(shapes[0]?.d?.split('L').length ?? 0).toBe(corners[mark]);
  },
);

test('an empty chart has axes from zero', () => {
  const { texts } = pictureOf(EMPTY);
  expect(texts).toContain('0');
  expect(texts).toContain('1');
});

test('no tag covers another, and no mark', () => {
  const { elements } = pictureOf(CROWDED);
  const tags = elements.filter(({ name, text }) => name === 'text' && /^s\d+$/.test(text));
  expect(tags.length).toBeGreaterThan(40);
  const places = tags.map(({ attributes }) => [Number(attributes.x), Number(attributes.y)]);
  for (const [index, [x = 0, y = 0]] of places.entries()) {
    for (const [otherX = 0, otherY = 0] of places.slice(index + 1)) {
      expect(Math.abs(x - otherX) > 10 || Math.abs(y - otherY) > 12).toBe(true);
    }
  }
});

function linesOf(chart: Parameters<typeof pictureOf>[0]) {
  return pictureOf(chart)
    .named('path')
    .filter(({ attributes }) => attributes.fill === 'none')
    .map(({ attributes }) => attributes);
}
