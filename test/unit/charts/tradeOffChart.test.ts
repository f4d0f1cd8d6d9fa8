import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/charts/drawCharts';
import { legendEntries } from '../../../src/charts/svg/legendEntries';
import {
  assessExample,
  assessText,
  chartOf,
  pointsOf,
  rowsOf,
  wordsOf,
} from '../../support/charts';

describe('of the first example', () => {
  const chart = chartOf(assessExample('ollama-1000-users'), 'trade-off');

  test('V stands at $30 and 1 s, A at $750 and 1.17 s', () => {
    expect(pointsOf(chart, 'V')).toMatchObject([{ x: 30, y: 1 }]);
    expect(pointsOf(chart, 'A')).toMatchObject([{ x: 750 }]);
    expect(pointsOf(chart, 'A')[0]?.y).toBeCloseTo(7 / 6, 9);
    expect(pointsOf(chart, 'B')).toMatchObject([{ x: 187.5, y: 2.7 }]);
    expect(pointsOf(chart, 'C')).toMatchObject([{ x: 375, y: 1.5 }]);
  });

  test('what misses has a cross; what is not verified is hollow; a bound says so beside its point', () => {
    const look = ['A', 'B', 'C', 'V'].flatMap((name) =>
      pointsOf(chart, name).map(({ mark, hollow, tag }) => [tag, mark, hollow ?? false]),
    );
    expect(look).toEqual([
      ['A', 'cross', true],
      ['B', 'cross', false],
      ['C', 'cross', true],
      ['V (<1 s)', 'circle', true],
    ]);
  });

  test('each limit is a line, and each scenario a series in its colour', () => {
    expect(chart.rules.map(({ axis, at, label }) => [axis, at, label])).toEqual([
      ['y', 1, 'strict <1 s'],
      ['y', 3, 'relaxed <3 s'],
    ]);
    expect(chart.series.map(({ id, label, colour }) => [id, label, colour])).toEqual([
      ['answers', undefined, 'foreground'],
      ['scenario/A', 'A', 'blue'],
      ['scenario/B', 'B', 'orange'],
      ['scenario/C', 'C', 'purple'],
      ['scenario/V', 'V', 'green'],
    ]);
  });

  test('the conclusion has the answer', () => {
    expect(wordsOf(chart)).toBe(
      '`V` is the only one that meets `strict`: $30/h, below 1 s, unverified. `B` misses it; `A` and `C` likely miss it.',
    );
  });

  test('points and table say the same figures, and how well they are known', () => {
    expect(pointsOf(chart, 'V')[0]?.says).toEqual([
      'V: Migrate to vLLM',
      '20 nodes',
      'Cost: $30/h',
      'Latency: below 1 s (reported)',
      'strict: meets, unverified',
      'relaxed: meets, unverified',
      'Engine: vllm',
    ]);
    expect(rowsOf(chart)[3]).toBe(
      'V: Migrate to vLLM | 20 | $30/h | below 1 s | ✓? meets, unverified | ✓? meets, unverified | reported | vllm',
    );
    expect(chart.table.rows[3]).toMatchObject({ scenario: 'V', cells: { 1: { sort: 20 } } });
  });
});

describe('of measured scenarios', () => {
  const chart = chartOf(assessExample('open-workload-daily-profile'), 'trade-off');

  test('error bars end where the band does, and the frontier is drawn', () => {
    const [a] = pointsOf(chart, 'A');
    expect(a?.low).toBeLessThan(a?.y ?? 0);
    expect(a?.high).toBeGreaterThan(a?.y ?? Infinity);
    const [frontier] = chart.series;
    expect(frontier).toMatchObject({ id: 'frontier', colour: 'foreground', kind: 'steps' });
    expect(frontier?.points.map(({ x }) => x)).toEqual([expect.closeTo(38.4, 9), 48, 64]);
  });

  test('a budget is a line across the cost, whatever its period', () => {
    expect(chart.rules.map(({ axis, at, label }) => [axis, at, label])).toEqual([
      ['y', 3.5, 'snappy <3.5 s'],
      ['y', 6, 'patient <6 s'],
      ['x', expect.closeTo(60_000 / 730, 9), 'patient <$60,000/month'],
    ]);
    expect(wordsOf(chart)).not.toContain('budget');
  });

  test('the legend says what the bars are', () => {
    expect(legendEntries(chart).map(({ text }) => text)).toContain('bar: 80% interval');
  });
});

const ENGINES = `
  one: { node: a, observations: [{ source: measured, parallel: 8, latency: 2s }] }
  two: { node: b, observations: [{ source: measured, parallel: 8, latency: 1s }] }
`;

function planWith(prices: readonly (string | undefined)[], extra = ''): string {
  const [a, b] = prices.map((price) => (price === undefined ? '{}' : `{ price: ${price} }`));
  return `version: 1
workload: { users: 80 }
targets: { fast: { latency: <1.5s } }
nodes: { a: ${a ?? ''}, b: ${b ?? ''} }
engines:${ENGINES}scenarios:
  A: { engine: one, parallel: 8 }
  B: { engine: two, parallel: 8 }
${extra}`;
}

describe('where costs cannot be compared', () => {
  test('several currencies: nodes take their place, and the chart says why', () => {
    const chart = chartOf(assessText(planWith(['1 USD/h', '2 EUR/h'])), 'trade-off');
    expect(chart.x).toMatchObject({
      unit: 'nodes',
      label: 'nodes (prices in USD and EUR are not compared)',
    });
    expect(wordsOf(chart)).toBe(
      '`B` is the only one that meets `fast`: 10 nodes, 1 s. `A` misses it. Prices in USD and EUR are not compared: nodes take the place of cost.',
    );
  });

  test('no price at all: nodes', () => {
    const chart = chartOf(assessText(planWith([undefined, undefined])), 'trade-off');
    expect(chart.x.label).toBe('nodes (no price is known)');
    expect(pointsOf(chart, 'A')).toMatchObject([{ x: 10, y: 2 }]);
  });

  test('one without a price is left out by name', () => {
    const chart = chartOf(assessText(planWith(['1 USD/h', undefined])), 'trade-off');
    expect(pointsOf(chart, 'B')).toEqual([]);
    expect(wordsOf(chart)).toBe(
      'No scenario is known to meet `fast`. `A` misses `fast`. `B` has no price, and is left out.',
    );
  });
});

describe('what has no point', () => {
  test('is named: overloaded, not sized, of unknown latency', () => {
    const extra = `  O: { engine: one, parallel: 8, nodes: 1, workload: { rate: 100/s } }
  N: { engine: none, parallel: 8, workload: { rate: 1/s } }
  L: { engine: none, parallel: 8 }
`;
    const text = planWith(['1 USD/h', '1 USD/h'], extra).replace(
      'engines:\n',
      'engines:\n  none: { node: a }\n',
    );
    const words = wordsOf(chartOf(assessText(text), 'trade-off'));
    expect(words).toContain('`O` is overloaded, and is left out.');
    expect(words).toContain('`N` is not sized, and is left out.');
    expect(words).toContain('`L` has no known latency, and is left out.');
  });

  test('without any point there is no chart', () => {
    expect(drawChart(assessText('version: 1'), 'trade-off')).toBeUndefined();
    const noWorkload = planWith(['1 USD/h', '1 USD/h']).replace('workload: { users: 80 }', '');
    expect(drawChart(assessText(noWorkload), 'trade-off')).toBeUndefined();
  });
});

test('scenarios with other workloads are not compared with each other', () => {
  const extra = `  D: { engine: two, parallel: 8, workload: { users: 8 } }\n`;
  const chart = chartOf(assessText(planWith(['1 USD/h', '1 USD/h'], extra)), 'trade-off');
  expect(wordsOf(chart)).toBe(
    '`B` is the only one that meets `fast` with 80 users: $10/h, 1 s. `D` meets `fast` with 8 users: $1/h, 1 s. `A` misses `fast`.',
  );
});

test('workloads with as many users are told apart by what else differs', () => {
  const conclusionWith = (workload: string): string => {
    const extra = `  D: { engine: two, parallel: 8, workload: ${workload} }\n`;
    return wordsOf(chartOf(assessText(planWith(['1 USD/h', '1 USD/h'], extra)), 'trade-off'));
  };
  expect(conclusionWith('{ users: 80, thinkTime: 9s }')).toMatch(
    /meets `fast` with 80 users and 0 s of think time: .* meet `fast` with 80 users and 9 s of think time\. .*`D` /,
  );
  expect(conclusionWith('{ users: 80, outputTokens: 100 }')).toMatch(
    /meets `fast` with the workload of `A`: .* `D` meets `fast` with the workload of `D`: /,
  );
});

test('a target of a percentile alone has its axis and its limit', () => {
  const text = planWith(['1 USD/h', '1 USD/h']).replace('latency: <1.5s', 'p95: <10s');
  const chart = chartOf(assessText(text), 'trade-off');
  expect(chart.rules).toMatchObject([{ axis: 'y', at: 10, label: 'fast <10 s' }]);
  expect(chart.title).toBe('Cost against p95');
  expect(chart.y.label).toBe('p95 (s)');
});

test('a limit far above everything is named instead of drawn', () => {
  const text = planWith(['1 USD/h', '1 USD/h']).replace('<1.5s', '<100s');
  const chart = chartOf(assessText(text), 'trade-off');
  expect(chart.rules).toEqual([]);
  expect(wordsOf(chart)).toContain('Not drawn: the limit of `fast`, <100 s.');
});

test('several limits far above everything are told one by one', () => {
  const targets =
    'targets: { fast: { latency: <1.5s }, slow: { latency: <90s }, cheap: { budget: <$900/h } }';
  const text = planWith(['1 USD/h', '1 USD/h']).replace(/targets: .*/, targets);
  expect(wordsOf(chartOf(assessText(text), 'trade-off'))).toContain(
    'Not drawn: the limit of `slow`, <90 s and the limit of `cheap`, <$900/h.',
  );
});

test('a budget in another currency has no line, and is said to be judged', () => {
  const text = planWith(['1 USD/h', '1 USD/h']).replace('<1.5s', '<1.5s, budget: <20 EUR/h');
  const chart = chartOf(assessText(text), 'trade-off');
  expect(chart.rules.map(({ axis }) => axis)).toEqual(['y']);
  expect(wordsOf(chart)).toContain('The marks also judge `fast` by budget <€20/h.');
});

test('who costs as little is named too, and who is fastest of them', () => {
  const text = planWith(['1 USD/h', '1 USD/h']).replace('<1.5s', '<3s');
  expect(wordsOf(chartOf(assessText(text), 'trade-off'))).toBe(
    '`B` and `A` are the cheapest that meet `fast`: $10/h each; `B` is the fastest of them: 1 s.',
  );
});

describe('a scenario that meets its target, but cannot run', () => {
  const text = `version: 1
workload: { users: 64, promptTokens: 1500, outputTokens: 500 }
targets: { slow: { latency: <1000s } }
nodes: { n: { gpu: L4, price: 1 USD/h } }
engines:
  e:
    node: n
    type: ollama
    model: "llama3.1:8b"
    context: 8192
    observations:
      - { source: measured, parallel: 8, users: 8, latency: 20s, promptTokens: 1500, outputTokens: 500 }
scenarios:
  only: { engine: e, parallel: 64 }
`;
  const chart = chartOf(assessText(text), 'trade-off');

  test('is no answer in words', () => {
    expect(wordsOf(chart)).toContain(
      'No scenario that can run as planned is known to meet `slow`. `only` would meet it, but does not fit into a server’s memory.',
    );
  });

  test('has a mark of its own, which its words explain', () => {
    expect(pointsOf(chart, 'only')).toMatchObject([{ mark: 'square' }]);
    expect(pointsOf(chart, 'only')[0]?.says).toContain('Does not fit into a server’s memory');
  });

  test('is crossed in the table', () => {
    expect(rowsOf(chart)[0]).toContain('✗ does not fit into memory');
  });
});

test('without targets the cheapest is named', () => {
  const text = planWith(['1 USD/h', '2 USD/h']).replace(/targets:.*\n/, '');
  expect(wordsOf(chartOf(assessText(text), 'trade-off'))).toBe(
    '`A` costs least: $10/h, 2 s. There is no target to judge it by.',
  );
});
