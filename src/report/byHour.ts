/** Shows the cost of a day with a fixed, a scheduled and an autoscaled fleet, and the nodes of each hour. */
import { t } from '@vscode/l10n';
import { loadTitle } from '../messages/loadTitle';
import { blocks, bold, bullets, table, type Column } from '../messages/markdown';
import type { Assessment } from '../engine/assess/assessment';
import { dayOf, type FleetDay, type ScenarioDay } from '../engine/explore/dailyProfile';
import { moreScenarios } from './cut';
import type { Illustrations } from './illustrations';
import { lineCaption, lineChart } from './lineChart';
import { tables } from './tables';
import { countText, figureText, knownText, nameOf, titleOf } from './words';

/** Returns undefined if no day has a profile. */
export function byHourSection(
  assessment: Assessment,
  { mermaid, images }: Illustrations,
): string | undefined {
  const profiled = assessment.scenarios.filter(
    ({ spec: scenario, nodes, engine }) => scenario.workload?.profile && nodes && engine.spec.node,
  );
  const shown = profiled.slice(0, MOST_SCENARIOS).flatMap((each) => dayOf(assessment, each) ?? []);
  if (shown.length === 0) return undefined;
  const left = profiled.length - shown.length;
  const hourly = shown.slice(0, MOST_COLUMNS);
  return blocks(
    `## ${t`By hour`}`,
    bullets(ways()),
    table(columnsFor(shown), shown),
    left > 0 ? moreScenarios(left) : undefined,
    hourTable(hourly),
    mermaid ? nodesChart(hourly) : images('day-nodes', 'day-cost'),
  );
}

const MOST_SCENARIOS = 20;
const MOST_COLUMNS = 4;

function ways(): readonly string[] {
  return [
    t`Fixed: the nodes of the peak run all day.`,
    t`Scheduled: each hour runs the nodes that its load needs. They are started ahead of time.`,
    t`Autoscaled: each hour runs enough nodes to cover load until a new node is ready.`,
  ];
}

function columnsFor(shown: readonly ScenarioDay[]): readonly Column<ScenarioDay>[] {
  const isPriced = shown.some(({ fixed }) => fixed.costPerMonth);
  const cell = ({ nodeHours, costPerMonth }: FleetDay): string =>
    isPriced ? figureText(costPerMonth) : figureText(nodeHours);
  return [
    { title: t`Scenario`, cell: ({ scenario }) => titleOf(scenario.spec) },
    { title: t`Start-up`, align: 'right', cell: ({ startup }) => startupText(startup) },
    { title: t`Fixed`, align: 'right', cell: ({ fixed }) => cell(fixed) },
    { title: t`Scheduled`, align: 'right', cell: ({ scheduled }) => cell(scheduled) },
    { title: t`Autoscaled`, align: 'right', cell: ({ autoscaled }) => cell(autoscaled) },
    { title: t`Known`, cell: ({ scheduled }) => knownText(scheduled.nodeHours) },
  ];
}

function startupText(startup: ScenarioDay['startup']): string {
  const text = figureText(startup);
  return startup.derivation.kind === 'default' ? t`${text} (assumed)` : text;
}

function hourTable(shown: readonly ScenarioDay[]): string | undefined {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const columns = shown.flatMap((day, index): readonly Column<number>[] => {
    const { spec: scenario } = day.scenario;
    const isSameWorkload = shown[index - 1]?.scenario.spec.workload === scenario.workload;
    const asked: Column<number> = {
      title: loadTitle(day.hours[0]?.asked),
      align: 'right',
      cell: (hour) => countText(day.hours[hour]?.asked),
    };
    return [
      ...(isSameWorkload ? [] : [asked]),
      {
        title: t`${nameOf(scenario)}: nodes`,
        align: 'right',
        cell: (hour) => countText(day.hours[hour]?.nodes),
      },
    ];
  });
  return tables([{ title: t`Hour`, align: 'right', cell: String }, ...columns], hours);
}

function nodesChart(shown: readonly ScenarioDay[]): string {
  const names = shown.map(({ scenario }) => bold(nameOf(scenario.spec)));
  const chart = lineChart({
    title: t`Nodes by hour`,
    xAxis: t`hour of the day`,
    from: 0,
    to: 23,
    yAxis: t`nodes`,
    lines: shown.map(({ scenario, hours }) => ({
      name: scenario.spec.name,
      values: hours.map(({ nodes }) => nodes.value),
    })),
  });
  return blocks(chart, lineCaption(names));
}
