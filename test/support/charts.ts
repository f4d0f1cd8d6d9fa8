/** Reads charts of plans as text, for tests. */
import { readFileSync } from 'node:fs';
import type { Chart, ChartId, ChartPoint } from '../../src/charts/chart';
import { drawChart } from '../../src/charts/drawCharts';
import { assess } from '../../src/engine/assess/assess';
import type { Assessment } from '../../src/engine/assess/assessment';
import { readPlan } from '../../src/plan/readPlan';

export function assessText(text: string): Assessment {
  return assess(readPlan(text).plan);
}

export function assessExample(name: string): Assessment {
  const url = new URL(`../../examples/${name}.capacity.yaml`, import.meta.url);
  return assessText(readFileSync(url, 'utf8'));
}

export function chartOf(assessment: Assessment, id: ChartId): Chart {
  const chart = drawChart(assessment, id);
  if (!chart) throw new Error(`nothing is drawn for ${id}`);
  return chart;
}

/** Returns the points of a scenario, in any series but that of the answers. */
export function pointsOf({ series }: Chart, scenario: string): readonly ChartPoint[] {
  return series.flatMap(({ id, points }) =>
    id === 'answers' ? [] : points.filter((point) => point.scenario === scenario),
  );
}

/** Returns all that a chart says: its conclusion and its notes. */
export function wordsOf({ conclusion, notes = [] }: Chart): string {
  return [conclusion, ...notes].join(' ');
}

export function seriesOf({ series }: Chart, id: string): readonly ChartPoint[] {
  const found = series.find((each) => each.id === id);
  if (!found) throw new Error(`no series ${id} in ${series.map((each) => each.id).join(', ')}`);
  return found.points;
}

/** Returns each row of the table as text. */
export function rowsOf({ table }: Chart): readonly string[] {
  return table.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '));
}
