/** Draws the points that a change moves over the plan's quick charts. */
import { t } from '@vscode/l10n';
import type { Axis, Chart, ChartPoint, Rule, Series } from '../../charts/chart';
import { quickCharts } from '../../charts/drawCharts';
import type { Assessment } from '../../engine/assess/assessment';
import { memoize } from '../../engine/util/cache';

/** Caches the plan's charts, because the plan stays the same while people drag. */
const chartsOf: (assessment: Assessment) => readonly Chart[] = memoize((assessment: Assessment) =>
  quickCharts(assessment),
);

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
  const before = plan.get(series.id)?.points ?? [];
  const points = series.points.filter(
    (point) =>
      isOfScenarios(series) &&
      !before.some((other) => other.scenario === point.scenario && isSamePlace(point, other)),
  );
  if (points.length === 0) return [];
  const says = (point: ChartPoint): ChartPoint => ({
    ...point,
    says: [t`Not in the file`, ...point.says],
  });
  // The legend has one entry for all that is tried.
  const id = `whatIf/${series.id}`;
  return [{ ...series, id, label: undefined, points: points.map(says), whatIf: true }];
}

/** Tells scenarios and answers, which a change may move, from observations. */
function isOfScenarios({ id }: Series): boolean {
  return id === 'answers' || id.startsWith('scenario/');
}

function isSamePlace(a: ChartPoint, b: ChartPoint): boolean {
  return a.x === b.x && a.y === b.y && a.mark === b.mark;
}

/** Returns a limit or load line that has moved. */
function movedRule(rule: Rule, { rules }: Chart): readonly Rule[] {
  const isThere = rules.some((other) => other.axis === rule.axis && other.at === rule.at);
  return isThere ? [] : [{ ...rule, label: t`${rule.label}, changed`, whatIf: true }];
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
