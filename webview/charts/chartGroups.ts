/** Groups the charts of a plan: those by nodes and by cost share a figure. */
import { CHART_PAIRS, type Chart, type ChartId } from '../../src/charts/chart';
import type { Measure } from '../measure';

export interface ChartGroup {
  readonly key: ChartId;
  /** One chart, or the one by nodes and the one by cost. */
  readonly charts: readonly [Chart, ...Chart[]];
}

export function groupCharts(charts: readonly Chart[]): readonly ChartGroup[] {
  const byKey = new Map<ChartId, [Chart, ...Chart[]]>();
  for (const chart of charts) {
    const key = CHART_PAIRS.find((pair) => pair.includes(chart.id))?.[0] ?? chart.id;
    const group = byKey.get(key);
    if (group) group.push(chart);
    else byKey.set(key, [chart]);
  }
  return [...byKey].map(([key, group]) => ({ key, charts: group }));
}

/** Returns the chart of a group that is shown. A single one is shown whatever people chose. */
export function shownOf({ charts }: ChartGroup, measure: Measure): Chart {
  const [first, second] = charts;
  return measure === 'cost' ? (second ?? first) : first;
}
