/** Draws the points that a change moves over the plan's quick charts. */
import type { Axis, Chart, ChartPoint, Rule, Series } from '../../charts/chart';
import { quickCharts } from '../../charts/drawCharts';
import type { Assessment } from '../../engine/assess/assessment';
import { memoize } from '../../engine/util/cache';

/** Caches the plan's charts, because the plan stays the same while people drag. */
const chartsOf: (assessment: Assessment) => readonly Chart[] = memoize(quickCharts);

export function overlayCharts(plan: Assessment, changed: Assessment): readonly Chart[] {
  const after = new Map(chartsOf(changed).map((chart) => [chart.id, chart]));
  return chartsOf(plan).map((chart) => {
    const other = after.get(chart.id);
    return other ? layChartOver(chart, other) : chart;
  });
}

function layChartOver(plan: Chart, changed: Chart): Chart {
  const before = new Map(plan.series.map((series) => [series.id, series]));
  const moved = changed.series.flatMap((series) => movedPoints(series, before));
  return {
    ...plan,
    x: wideEnough(plan.x, changed.x),
    y: wideEnough(plan.y, changed.y),
    series: [...plan.series, ...moved],
    rules: [...plan.rules, ...changed.rules.flatMap((rule) => movedRule(rule, plan))],
  };
}

/** Returns the points of scenarios that differ from the plan's points. */
function movedPoints(series: Series, plan: ReadonlyMap<string, Series>): readonly Series[] {
  if (series.kind !== 'points') return [];
  const before = new Map<string, ChartPoint[]>();
  for (const point of plan.get(series.id)?.points ?? []) {
    if (point.scenario === undefined) continue;
    const ofScenario = before.get(point.scenario) ?? [];
    ofScenario.push(point);
    before.set(point.scenario, ofScenario);
  }
  const points = series.points.filter(
    (point) =>
      point.scenario !== undefined &&
      !before.get(point.scenario)?.some((other) => isSamePlace(point, other)),
  );
  if (points.length === 0) return [];
  const label = series.label === undefined ? undefined : `${series.label}, changed`;
  const says = (point: ChartPoint): ChartPoint => ({
    ...point,
    says: ['Not in the file', ...point.says],
  });
  return [{ ...series, id: `whatIf/${series.id}`, label, points: points.map(says), whatIf: true }];
}

function isSamePlace(a: ChartPoint, b: ChartPoint): boolean {
  return a.x === b.x && a.y === b.y && a.mark === b.mark;
}

/** Returns a limit or load line that has moved. */
function movedRule(rule: Rule, { rules }: Chart): readonly Rule[] {
  const isThere = rules.some((other) => other.axis === rule.axis && other.at === rule.at);
  return isThere ? [] : [{ ...rule, label: `${rule.label}, changed`, whatIf: true }];
}

/** Returns an axis that covers both, or undefined if the data decide. */
function wideEnough(plan: Axis, changed: Axis): Axis {
  const { from: _from, to: _to, ...axis } = plan;
  const from = bothOf(plan.from, changed.from, Math.min);
  const to = bothOf(plan.to, changed.to, Math.max);
  return {
    ...axis,
    canBeLog: plan.canBeLog && changed.canBeLog,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

function bothOf(
  a: number | undefined,
  b: number | undefined,
  choose: (a: number, b: number) => number,
): number | undefined {
  return a === undefined || b === undefined ? undefined : choose(a, b);
}
