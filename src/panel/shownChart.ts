/** Prepares a chart for the panel: adds the tried changes, and switches axes as people chose. */
import type { Axis, Chart, ChartId } from '../charts/chart';
import { drawChart } from '../charts/drawCharts';
import type { Analysis } from '../lint/analysis';
import type { AxisScales } from '../protocol';
import type { WhatIfChange } from './whatIf/field';
import { tryChanges } from './whatIf/tryChanges';

/** Returns undefined if the plan has no such chart. */
export function shownChart(
  analysis: Analysis,
  id: ChartId,
  scales: AxisScales,
  changes: readonly WhatIfChange[],
): Chart | undefined {
  const tried = changes.length > 0 ? tryChanges(analysis, changes).outcome.charts : [];
  const chart =
    tried.find((each) => each.id === id) ??
    (analysis.assessment && drawChart(analysis.assessment, id));
  return chart && { ...chart, x: scaled(chart.x, scales.x), y: scaled(chart.y, scales.y) };
}

function scaled(axis: Axis, scale: Axis['scale']): Axis {
  return axis.canBeLog ? { ...axis, scale } : axis;
}
