/** Holds handmade charts, one for each thing that a picture has to show. */
import type { Chart, ChartPoint, Series } from '../../src/charts/chart';

const NO_TABLE = { columns: [], rows: [] };

export function pointAt(x: number, y: number | undefined, more: Partial<ChartPoint> = {}) {
  return { x, y, mark: 'none', says: [], ...more } satisfies ChartPoint;
}

export function seriesOf(id: string, more: Partial<Series> = {}): Series {
  return { id, label: id, kind: 'line', colour: 'blue', points: [], ...more };
}

export function chartOf(more: Partial<Chart> = {}): Chart {
  return {
    id: 'trade-off',
    title: 'A chart',
    conclusion: 'It shows something.',
    x: { label: 'requests in flight', unit: 'requests', scale: 'linear', canBeLog: true },
    y: { label: 'latency (s)', unit: 's', scale: 'linear', canBeLog: true },
    series: [],
    rules: [],
    table: NO_TABLE,
    ...more,
  };
}

const PER_HOUR = { currency: 'USD', per: 'hour' } as const;

export const TRADE_OFF = chartOf({
  title: 'Cost against latency',
  conclusion:
    'V is the cheapest by far: 20 nodes for $30/h with a latency below 1 s, by a reported figure. A costs 25 times as much and likely misses strict.',
  x: { label: 'latency (s)', unit: 's', scale: 'linear', canBeLog: true },
  y: { label: 'cost per hour', unit: PER_HOUR, scale: 'linear', canBeLog: true },
  series: [
    seriesOf('frontier', {
      colour: 'muted',
      points: [pointAt(1, 30), pointAt(1.17, 750, { dashed: true })],
    }),
    seriesOf('meets strict', {
      kind: 'points',
      colour: 'green',
      points: [
        pointAt(1, 30, {
          mark: 'circle',
          hollow: true,
          tag: 'V',
          says: ['V: Migrate to vLLM', '20 nodes · $30/h', 'below 1 s (reported)'],
        }),
      ],
    }),
    seriesOf('misses strict', {
      kind: 'points',
      colour: 'red',
      points: [
        pointAt(1.17, 750, { mark: 'triangle', hollow: true, tag: 'A', says: ['A'] }),
        pointAt(2.7, 187.5, { mark: 'triangle', tag: 'B', says: ['B'], low: 150, high: 240 }),
        pointAt(1.5, 375, { mark: 'triangle', hollow: true, tag: 'C', says: ['C'] }),
      ],
    }),
  ],
  rules: [
    { axis: 'x', at: 1, label: 'strict: <1 s', kind: 'limit' },
    { axis: 'x', at: 3, label: 'relaxed: <3 s', kind: 'limit' },
  ],
});

const curveAt = (load: number): number => 0.9 + 0.3 * load ** 0.8;
const CURVE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((load) =>
  pointAt(load, curveAt(load), load > 8 ? { dashed: true } : {}),
);

export const LATENCY = chartOf({
  id: 'latency',
  title: 'Latency by load',
  conclusion:
    'Ollama takes 1 s alone and 2.7 s with eight requests in flight; beyond that nobody looked.',
  x: {
    label: 'requests in flight on one server',
    unit: 'requests',
    scale: 'linear',
    canBeLog: true,
  },
  series: [
    seriesOf('ollama band', {
      label: undefined,
      band: true,
      points: CURVE.map(({ x }) =>
        pointAt(x, undefined, { low: curveAt(x) - 0.2, high: curveAt(x) + 0.1 * x }),
      ),
    }),
    seriesOf('ollama', { points: CURVE }),
    seriesOf('vllm', {
      colour: 'orange',
      points: [1, 10, undefined, 14, 20, 50].map((x) => pointAt(x ?? 12, x && 0.5 + x / 100)),
    }),
    ...(['circle', 'square', 'diamond', 'triangle', 'star'] as const).map((mark, index) =>
      seriesOf(['measured', 'reported', 'estimate', 'guess', 'scenario'][index] ?? '', {
        label: undefined,
        kind: 'points',
        colour: index === 4 ? 'foreground' : 'blue',
        points: [
          pointAt(1 + 2 * index, curveAt(1 + 2 * index), {
            mark,
            tag: index === 4 ? 'A long name of a scenario' : `${index}`,
            ...(index % 2 ? { hollow: true } : {}),
          }),
        ],
      }),
    ),
  ],
  rules: [
    { axis: 'y', at: 1, label: 'strict: <1 s', kind: 'limit' },
    { axis: 'y', at: 3, label: 'relaxed: <3 s', kind: 'limit' },
  ],
});

const USERS = Array.from({ length: 41 }, (_, index) => 100 * 10 ** (index / 20));

export const BY_USERS = chartOf({
  id: 'nodes-by-users',
  title: 'Nodes against users',
  conclusion: 'Each doubling of the users doubles the nodes.',
  x: { label: 'users', unit: 'users', scale: 'log', canBeLog: true },
  y: { label: 'nodes', unit: 'nodes', scale: 'log', canBeLog: true },
  series: (
    [
      ['A: Conservative, fast', 2, 'blue'],
      ['B: Current config', 8, 'orange'],
      ['C: Balanced', 4, 'purple'],
      ['V: Migrate to vLLM', 50, 'green'],
    ] as const
  ).map(([label, slots, colour]) =>
    seriesOf(label, {
      kind: 'steps',
      colour,
      points: USERS.map((users) => pointAt(users, Math.ceil(users / slots))),
    }),
  ),
  rules: [{ axis: 'x', at: 1000, label: 'today: 1,000 users', kind: 'today' }],
});

export const DAY = chartOf({
  id: 'day-nodes',
  title: 'Nodes by hour',
  conclusion: 'A schedule saves a third of the node-hours.',
  x: { label: 'hour of the day', unit: 'factor', scale: 'linear', canBeLog: false, whole: true },
  y: { label: 'nodes', unit: 'nodes', scale: 'linear', canBeLog: true },
  series: [
    seriesOf('fixed', {
      kind: 'steps',
      colour: 'muted',
      points: Array.from({ length: 25 }, (_, hour) => pointAt(hour, 34)),
    }),
    seriesOf('scheduled', {
      kind: 'steps',
      points: Array.from({ length: 25 }, (_, hour) =>
        pointAt(hour, Math.round(18 - 16 * Math.cos((hour - 3) / 3.82))),
      ),
    }),
  ],
});

export const BARS = chartOf({
  id: 'day-cost',
  title: 'Cost by fleet',
  conclusion: 'Scheduled is the cheapest way for each scenario.',
  x: {
    label: 'scenario',
    unit: 'factor',
    scale: 'linear',
    canBeLog: false,
    categories: ['A: Conservative, fast', 'B', 'C with a name that is much too long for its place'],
  },
  y: {
    label: 'cost per month',
    unit: { currency: 'USD', per: 'month' },
    scale: 'linear',
    canBeLog: true,
  },
  series: (['fixed', 'scheduled', 'autoscaled'] as const).map((label, index) =>
    seriesOf(label, {
      kind: 'bars',
      colour: (['muted', 'blue', 'orange'] as const)[index] ?? 'blue',
      points: [0, 1, 2].map((x) =>
        pointAt(x, 20000 * (x + 1) * (1 - index * 0.2), { tag: `$${20 * (x + 1)}k` }),
      ),
    }),
  ),
});

export const CROWDED = chartOf({
  title: 'Fifty scenarios',
  conclusion: 'Many of them.',
  series: Array.from({ length: 50 }, (_, index) =>
    seriesOf(`scenario ${index}`, {
      kind: 'points',
      colour: (['blue', 'orange', 'purple', 'green'] as const)[index % 4] ?? 'blue',
      points: [
        pointAt(1 + ((index * 37) % 50), 1 + ((index * 17) % 23), {
          mark: (['circle', 'triangle', 'square', 'diamond'] as const)[index % 4] ?? 'circle',
          tag: `s${index}`,
        }),
      ],
    }),
  ),
});

/** Values from a thousandth to a billion, and values without a logarithm. */
export const EXTREME = chartOf({
  x: { label: 'x', unit: 'users', scale: 'log', canBeLog: true },
  y: { label: 'y', unit: 's', scale: 'log', canBeLog: true },
  series: [
    seriesOf('wide', {
      points: [
        pointAt(1e-3, 1e9, { mark: 'circle' }),
        pointAt(1, 0),
        pointAt(10, 10, { mark: 'star', low: 0, high: 1e3 }),
        pointAt(1e3, -1),
        pointAt(1e8, 1e-2),
        pointAt(1e9, 1e-3, { mark: 'cross' }),
      ],
    }),
  ],
  rules: [{ axis: 'y', at: 0, label: 'never', kind: 'limit' }],
});

const NASTY =
  '<script>alert("1")</script> & \'quoted\' ]]> \u0000\u0007\u202e\ud800 <!-- -- --> &amp;';

/** Names that try to be markup. */
export const HOSTILE = chartOf({
  title: NASTY,
  conclusion: `${NASTY} `.repeat(9),
  x: {
    label: NASTY,
    unit: 's',
    scale: 'linear',
    canBeLog: true,
    categories: [NASTY, '', '大きい名前'],
  },
  y: { label: NASTY, unit: { currency: NASTY, per: 'hour' }, scale: 'linear', canBeLog: true },
  series: [
    seriesOf(NASTY, {
      kind: 'bars',
      points: [pointAt(0, 1, { tag: NASTY, says: [NASTY, NASTY], scenario: NASTY })],
    }),
    seriesOf('points', {
      kind: 'points',
      label: NASTY.repeat(5),
      points: [pointAt(1, 0.5, { tag: NASTY, says: [NASTY, NASTY], mark: 'circle' })],
    }),
  ],
  rules: [{ axis: 'y', at: 0.3, label: NASTY, kind: 'limit' }],
});

export const EMPTY = chartOf({ title: 'Nothing', series: [seriesOf('nothing')] });

export const ALL_CHARTS = {
  tradeOff: TRADE_OFF,
  latency: LATENCY,
  byUsers: BY_USERS,
  day: DAY,
  bars: BARS,
  crowded: CROWDED,
  extreme: EXTREME,
  hostile: HOSTILE,
  empty: EMPTY,
};
