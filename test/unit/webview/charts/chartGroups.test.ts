import { expect, test } from 'vitest';
import type { Chart, ChartId } from '../../../../src/charts/chart';
import { groupCharts, shownOf } from '../../../../webview/charts/chartGroups';

const chart = (id: ChartId): Chart => ({ id }) as Chart;

test('the chart by nodes and the one by cost are one figure, the others their own', () => {
  const ids = ['trade-off', 'nodes-by-users', 'cost-by-users', 'growth-cost', 'day-nodes'] as const;
  const groups = groupCharts(ids.map(chart));
  expect(groups.map(({ charts }) => charts.map(({ id }) => id))).toEqual([
    ['trade-off'],
    ['nodes-by-users', 'cost-by-users'],
    ['growth-cost'],
    ['day-nodes'],
  ]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(4);
});

test('people choose nodes or cost; a single chart is shown in either case', () => {
  const [pair, single] = groupCharts(
    ['nodes-by-users', 'cost-by-users', 'growth-cost'].map((id) => chart(id as ChartId)),
  );
  if (!pair || !single) throw new Error('no groups');
  expect(shownOf(pair, 'nodes').id).toBe('nodes-by-users');
  expect(shownOf(pair, 'cost').id).toBe('cost-by-users');
  expect(shownOf(single, 'nodes').id).toBe('growth-cost');
});
