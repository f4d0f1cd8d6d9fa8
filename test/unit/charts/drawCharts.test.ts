import { describe, expect, test } from 'vitest';
import { CHART_IDS, type Chart } from '../../../src/charts/chart';
import { drawChart, quickCharts, slowCharts } from '../../../src/charts/drawCharts';
import type { Assessment } from '../../../src/engine/assess/assessment';
import { assessExample, assessText, chartOf, wordsOf } from '../../support/charts';

function allCharts(assessment: Assessment): readonly Chart[] {
  return [...quickCharts(assessment), ...slowCharts(assessment).flatMap((draw) => draw() ?? [])];
}

/** Scenarios with different prices, some that meet the target and some that miss it. */
function manyScenarios(count: number, name = (index: number): string => `S${index}`): string {
  const scenarios = Array.from({ length: count }, (_, index) => {
    const target = index % 2 === 0 ? 'loose' : 'tight';
    return `  ${JSON.stringify(name(index))}: { engine: e, parallel: ${index + 1}, target: ${target} }`;
  });
  return `version: 1
workload: { users: 1000, growth: 5%/month, profile: office-hours }
targets: { loose: { latency: <100s }, tight: { latency: <0.1s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e: { node: n, observations: [{ source: measured, parallel: 1, latency: 1s }, { source: measured, parallel: 50, latency: 3s }] }
scenarios:
${scenarios.join('\n')}
`;
}

test('every chart has an id of its own and can be drawn by it', () => {
  const assessment = assessExample('open-workload-daily-profile');
  const charts = allCharts(assessment);
  expect(charts.map(({ id }) => id)).toEqual([...CHART_IDS]);
  for (const chart of charts) expect(drawChart(assessment, chart.id)).toEqual(chart);
});

test('an empty plan has no charts', () => {
  expect(allCharts(assessText('version: 1'))).toEqual([]);
});

test('one scenario is enough', () => {
  const charts = allCharts(assessText(manyScenarios(1)));
  expect(charts).toHaveLength(CHART_IDS.length);
});

describe('of fifty scenarios', () => {
  const assessment = assessText(manyScenarios(50));

  test('the trade-off has all', () => {
    const points = chartOf(assessment, 'trade-off').series.flatMap((series) => series.points);
    expect(new Set(points.flatMap(({ scenario }) => scenario ?? [])).size).toBe(50);
  });

  test('lines have the twelve cheapest that meet their target, in the order of the plan', () => {
    const chart = chartOf(assessment, 'nodes-by-users');
    const expected = Array.from({ length: 12 }, (_, index) => `S${26 + 2 * index}`);
    expect(chart.series.map(({ label }) => label)).toEqual(expected);
    expect(wordsOf(chart)).toContain(
      '12 scenarios are drawn, the cheapest that meet their target first; not drawn: `S24`, `S22`, `S20` and 35 more.',
    );
    expect(chart.conclusion).toMatch(/^`S48`: /);
  });

  test('a message stays small', () => {
    expect(JSON.stringify(quickCharts(assessment)).length).toBeLessThan(100_000);
    expect(JSON.stringify(allCharts(assessment)).length).toBeLessThan(600_000);
  });
});

describe('whatever the plan says', () => {
  const markup = (index: number): string => `<img src=x onerror=alert(${index})> *b* \`c\` [d](e)`;
  const plans = {
    examples: assessExample('vllm-chat-tails'),
    'think time': assessExample('ollama-1000-users-think-time'),
    'names with markup': assessText(manyScenarios(14, markup)),
    'small values': assessText(
      manyScenarios(4).replace('users: 1000', 'rate: 0.001/s').replaceAll('1s }', '1ms }'),
    ),
    'large values': assessText(
      manyScenarios(4).replace('users: 1000', 'users: 1000000000').replace('1 USD/h', '1e6 USD/h'),
    ),
    'no workload': assessText(manyScenarios(4).replace(/workload:.*\n/, '')),
    overloaded: assessText(
      manyScenarios(4)
        .replace('users: 1000', 'rate: 1000/s')
        .replaceAll('parallel:', 'nodes: 1, parallel:'),
    ),
  };

  test.each(Object.entries(plans))(
    '%s: every number is one, and every sentence says something',
    (_, plan) => {
      for (const chart of allCharts(plan)) {
        const points = chart.series.flatMap((series) => series.points);
        for (const { x, y, low, high } of points) {
          expect([x, y ?? 0, low ?? 0, high ?? 0].every(Number.isFinite)).toBe(true);
        }
        expect(points.length).toBeGreaterThan(0);
        expect(chart.conclusion).not.toMatch(/undefined|NaN|Infinity|\s{2}|^$/);
        expect(chart.conclusion).toMatch(/\.$/);
        expect(new Set(chart.series.map(({ id }) => id)).size).toBe(chart.series.length);
        const width = chart.table.columns.length;
        expect(chart.table.rows.every(({ cells }) => cells.length === width)).toBe(true);
        expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
      }
    },
  );

  test('names stay as they are written: who draws them escapes them', () => {
    const [point] = chartOf(plans['names with markup'], 'trade-off').series.flatMap((series) =>
      series.points.filter(({ scenario }) => scenario !== undefined),
    );
    expect(point?.scenario).toBe(markup(0));
    expect(point?.tag).toContain('<img src=x onerror=alert(0)>');
  });
});

test('an edit of one scenario leaves the other series as they were', () => {
  const before = chartOf(assessText(manyScenarios(3)), 'nodes-by-users');
  const after = chartOf(assessText(manyScenarios(4)), 'nodes-by-users');
  expect(after.series.slice(0, 3).map(({ id, colour }) => [id, colour])).toEqual(
    before.series.map(({ id, colour }) => [id, colour]),
  );
});
