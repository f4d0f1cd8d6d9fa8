import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/charts/drawCharts';
import {
  assessExample,
  assessText,
  chartOf,
  pointsOf,
  rowsOf,
  wordsOf,
} from '../../support/charts';

describe('of the first example', () => {
  const assessment = assessExample('ollama-1000-users');
  const nodes = chartOf(assessment, 'nodes-by-users');
  const cost = chartOf(assessment, 'cost-by-users');

  test('twice the users take twice the nodes', () => {
    const at = (users: number) => pointsOf(nodes, 'B').find(({ x }) => x === users)?.y;
    expect([at(100), at(1000), at(2000), at(10_000)]).toEqual([13, 125, 250, 1250]);
  });

  test('both axes begin logarithmic, and today is marked', () => {
    expect(nodes.x).toMatchObject({ label: 'users', scale: 'log', canBeLog: true });
    expect(nodes.y).toMatchObject({ scale: 'log', canBeLog: true });
    expect(nodes.rules).toEqual([
      { axis: 'x', at: 1000, label: 'today: 1,000 users', kind: 'today' },
    ]);
  });

  test('the conclusion says what more load costs, best first', () => {
    expect(cost.conclusion).toMatch(
      /^`V`: \$30\/h for 1,000 users, \$60 for 2,000 and \$240 for 8,000\. `B`: [^`]*\.$/,
    );
    expect(rowsOf(cost)[3]).toBe(
      'V: Migrate to vLLM | $3/h | $4.50/h | $7.50/h | $15/h | $30/h | $60/h | $120/h | $240/h | $300/h',
    );
  });

  test('lines keep their order, colours and marks; the last point has the name', () => {
    expect(nodes.series.map(({ id }) => id)).toEqual([
      'scenario/A',
      'scenario/B',
      'scenario/C',
      'scenario/V',
    ]);
    expect(new Set(nodes.series.map(({ colour }) => colour)).size).toBe(4);
    expect(pointsOf(nodes, 'V').at(-1)?.tag).toBe('V');
  });
});

describe('no load is told twice', () => {
  const of = (users: number) => {
    const text = PLAN.replace('80', String(users)).replace(/ {2}[DE]: .*\n/g, '');
    const chart = chartOf(assessText(text), 'nodes-by-users');
    return { conclusion: chart.conclusion, titles: chart.table.columns.map(({ title }) => title) };
  };

  test('where few users come to the same', () => {
    const { conclusion, titles } = of(1);
    expect(titles).toEqual(['Scenario', '1 user', '2 users', '4 users', '8 users', '10 users']);
    expect(conclusion).toContain('`A`: 1 node for 1 user, 1 for 2 and 1 for 8.');
  });

  test('where there may be no more', () => {
    const { conclusion, titles } = of(1e9);
    expect(titles.slice(-2)).toEqual(['500,000,000 users', '1,000,000,000 users']);
    expect(conclusion).toContain('`A`: 125,000,000 nodes for 1,000,000,000 users.');
  });
});

test('an open workload has an axis of requests, and fixed nodes are said to be sized anew', () => {
  const chart = chartOf(assessExample('open-workload-daily-profile'), 'nodes-by-users');
  expect(chart.x).toMatchObject({ label: 'requests per second at the peak', unit: 'requests/s' });
  expect(chart.rules.map(({ label }) => label)).toEqual(['today: 278/s at the peak']);
  expect(wordsOf(chart)).toContain('`C`: 12 nodes for 278/s at the peak, 22 for 556 and 84');
  expect(pointsOf(chart, 'A')[10]?.says).toContain('278/s at the peak');
  expect(wordsOf(chart)).toContain(
    'Sized anew at each load, though the plan fixes the nodes of `B`.',
  );
});

const PLAN = `version: 1
workload: { users: 80 }
nodes: { a: { price: 1 USD/h }, b: { price: 1 EUR/h }, c: {} }
engines:
  one: { node: a, observations: [{ source: measured, parallel: 8, latency: 2s }] }
  two: { node: b, observations: [{ source: measured, parallel: 8, latency: 1s }] }
  three: { node: c, observations: [{ source: measured, parallel: 8, latency: 1s }] }
scenarios:
  A: { engine: one, parallel: 8 }
  B: { engine: two, parallel: 8 }
  C: { engine: three, parallel: 8 }
  D: { engine: one, parallel: 8, workload: { users: 800 } }
  E: { engine: one, parallel: 8, workload: { rate: 5/s } }
`;

describe('of a plan with everything in it', () => {
  test('users and rates have no common axis; each load of today is marked', () => {
    const chart = chartOf(assessText(PLAN), 'nodes-by-users');
    expect(chart.series.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D']);
    expect(wordsOf(chart)).toContain('Left out: `E`, with a rate, not users.');
    expect(chart.rules.map(({ at }) => at)).toEqual([80, 800]);
    expect(chart.table.columns.map(({ title }) => title).slice(0, 4)).toEqual([
      'Scenario',
      'Today',
      '× 0.1',
      '× 0.125',
    ]);
  });

  test('costs are drawn in one currency, the others named', () => {
    const chart = chartOf(assessText(PLAN), 'cost-by-users');
    expect(chart.series.map(({ label }) => label)).toEqual(['A', 'D']);
    expect(wordsOf(chart)).toContain('Left out: `C`, without a price; `B`, priced in EUR.');
  });

  test('without any price there is no chart of cost', () => {
    const text = PLAN.replace(/price: 1 (USD|EUR)\/h/g, '');
    expect(drawChart(assessText(text), 'cost-by-users')).toBeUndefined();
    expect(drawChart(assessText(text), 'nodes-by-users')).toBeDefined();
  });
});

test('one user has one point for each number of users', () => {
  const text = PLAN.replace('users: 80', 'users: 1');
  const xs = pointsOf(chartOf(assessText(text), 'nodes-by-users'), 'A').map(({ x }) => x);
  expect(xs).toEqual([...new Set(xs)]);
  expect(xs[0]).toBe(1);
});
