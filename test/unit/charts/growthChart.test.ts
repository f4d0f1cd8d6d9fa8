import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/charts/drawCharts';
import { assessExample, chartOf, pointsOf, rowsOf, seriesOf, wordsOf } from '../../support/charts';

describe('of a workload that grows', () => {
  const assessment = assessExample('open-workload-daily-profile');
  const nodes = chartOf(assessment, 'growth-nodes');
  const cost = chartOf(assessment, 'growth-cost');

  test('a line sized for each month, and a level one for today’s fleet', () => {
    expect(seriesOf(nodes, 'scenario/B').map(({ x, y }) => [x, y])).toContainEqual([12, 29]);
    expect(seriesOf(nodes, 'scenario/B/kept').map(({ x, y }) => [x, y])).toEqual([
      [0, 20],
      [12, 20],
    ]);
    expect(pointsOf(nodes, 'B').at(-1)?.tag).toBe('B');
    expect(nodes.series.find(({ id }) => id === 'scenario/B/kept')).toMatchObject({
      label: undefined,
      look: 'thin',
    });
  });

  test('the month in which today’s fleet breaks is marked', () => {
    expect(nodes.rules.map(({ at, label }) => [at, label])).toEqual([
      [2, 'today’s fleet breaks: A and C'],
      [7, 'today’s fleet breaks: B'],
    ]);
  });

  test('the conclusions say how long it lasts and what it costs', () => {
    expect(wordsOf(nodes)).toContain(
      '`B` runs out of capacity in month 7 (20 nodes, 418/s at the peak). Sized each month, `B` needs 15 nodes today and 29 nodes in month 12. `B` with 20 nodes: more requests arrive than it can serve.',
    );
    expect(wordsOf(cost)).toContain(
      '`B` costs $605k in all over 12 months if sized each month. Today’s fleet of `B` costs $561k in all, but runs out of capacity in month 7.',
    );
  });

  test('months are whole, and the table has each', () => {
    expect(nodes.x).toMatchObject({
      unit: 'months',
      whole: true,
      canBeLog: false,
      from: 0,
      to: 12,
    });
    expect(rowsOf(nodes)).toHaveLength(13);
    expect(rowsOf(nodes)[12]).toBe('12 | 559/s | 29 nodes | 29 nodes | 22 nodes');
  });
});

test('where nothing grows there is no chart', () => {
  const assessment = assessExample('ollama-1000-users');
  expect(drawChart(assessment, 'growth-nodes')).toBeUndefined();
  expect(drawChart(assessment, 'growth-cost')).toBeUndefined();
});
