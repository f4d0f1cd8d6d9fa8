/** Draws the nodes that each hour of a day needs, as steps: the load is constant within an hour. */
import { t } from '@vscode/l10n';
import { formatFigure } from '../messages/figures';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import {
  autoscaledNodes,
  dayOf,
  type HourOfDay,
  type ScenarioDay,
} from '../engine/explore/dailyProfile';
import { axisFor, valuesOnY } from './axes';
import { captionOf } from './caption';
import type { Chart, ChartPoint, Series } from './chart';
import { chooseScenarios } from './chooseScenarios';
import { sideBySide } from './coincide';
import { scenarioColour } from './colours';
import { dayNodesTable } from './dayNodesTable';
import { figureLines, sayName, scenarioName, scenarioTitle } from './words';

/** Returns undefined if no day has a profile. */
export function drawDayNodes(assessment: Assessment): Chart | undefined {
  const choice = chooseScenarios(profiledIn(assessment));
  const find = (assessed: ScenarioAssessment): ScenarioDay | readonly ScenarioDay[] =>
    dayOf(assessment, assessed) ?? [];
  const drawn = choice.drawn.flatMap(find);
  if (drawn.length === 0) return undefined;
  const ranked = choice.ranked.flatMap(find);
  const series = sideBySide([
    ...otherWays(assessment, drawn),
    ...drawn.map((day) => stepsOf(assessment, day)),
  ]);
  return {
    id: 'day-nodes',
    title: t`Nodes by hour`,
    ...captionOf(...ranked.slice(0, MOST_TOLD).map(rangeWords), typicalWords(drawn), choice.words),
    x: { label: t`hour of the day`, unit: 'factor', scale: 'linear', canBeLog: false, ...DAY },
    y: axisFor(t`nodes`, 'nodes', valuesOnY(series), LOG_BEYOND),
    series,
    rules: [],
    table: dayNodesTable(drawn),
  };
}

/** Returns the scenarios whose day the engine can compute. */
export function profiledIn({ scenarios }: Assessment): readonly ScenarioAssessment[] {
  return scenarios.filter(
    ({ spec: scenario, engine, nodes }) => scenario.workload?.profile && engine.spec.node && nodes,
  );
}

/** Says that a typical shape of a day is an assumption, however well the other figures are known. */
export function typicalWords(drawn: readonly ScenarioDay[]): string | undefined {
  const isTypical = drawn.some(({ hours }) =>
    hours.some(({ share }) => share.provenance.caveats.includes('typical-profile')),
  );
  return isTypical ? t`The shape of the day is a typical one, not the plan’s own.` : undefined;
}

const HOURS = 24;
const DAY = { from: 0, to: HOURS, whole: true, every: 4 } as const;
const LOG_BEYOND = 1000;
const MOST_TOLD = 2;

/** Draws the nodes for the load of each hour. A schedule runs these. */
function stepsOf(assessment: Assessment, { scenario, hours }: ScenarioDay): Series {
  const points = hours.map((hour): ChartPoint => ({
    x: hour.hour,
    y: hour.nodes.value,
    mark: 'none',
    says: hourLines(scenario, hour),
    scenario: scenario.spec.name,
  }));
  return {
    id: `scenario/${scenario.spec.name}`,
    label: scenarioName(scenario),
    kind: 'steps',
    colour: scenarioColour(assessment, scenario),
    points: untilMidnight(points, scenarioName(scenario)),
  };
}

/** Extends the last hour to midnight. */
function untilMidnight(points: readonly ChartPoint[], tag?: string): readonly ChartPoint[] {
  const last = points.at(-1);
  return last ? [...points, { ...last, x: HOURS, ...(tag !== undefined && { tag }) }] : points;
}

/** Draws the same fleets fixed and autoscaled. With many scenarios these lines are left out. */
function otherWays(assessment: Assessment, drawn: readonly ScenarioDay[]): readonly Series[] {
  if (drawn.length > MOST_BESIDE) return [];
  return [
    ...drawn.map((day) => fixedLine(assessment, day)),
    ...drawn.flatMap((day) => autoscaledSteps(assessment, day)),
  ].filter(({ points }) => points.length > 0);
}

const MOST_BESIDE = 4;

/** Draws a level line: the nodes that the plan fixes for the whole day, or the nodes of the peak. */
function fixedLine(assessment: Assessment, { scenario }: ScenarioDay): Series {
  const { nodes } = scenario;
  const says = [t`${scenarioTitle(scenario)}, fixed all day`, ...figureLines(nodes)];
  const at = (x: number): readonly ChartPoint[] =>
    nodes ? [{ x, y: nodes.value, mark: 'none', says, scenario: scenario.spec.name }] : [];
  return {
    id: `scenario/${scenario.spec.name}/fixed`,
    label: undefined,
    kind: 'line',
    colour: scenarioColour(assessment, scenario),
    look: 'thin',
    points: [
      ...at(0),
      ...at(HOURS).map((point) => ({ ...point, tag: t`${scenarioName(scenario)} fixed` })),
    ],
  };
}

/** Draws the autoscaled nodes. Returns none if they equal the schedule: the start-up takes no time. */
function autoscaledSteps(assessment: Assessment, day: ScenarioDay): readonly Series[] {
  const { scenario, hours } = day;
  const autoscaled = autoscaledNodes(day);
  if (autoscaled.every((nodes, hour) => nodes.value === hours[hour]?.nodes.value)) return [];
  const points = autoscaled.map((nodes, hour): ChartPoint => ({
    x: hour,
    y: nodes.value,
    mark: 'none',
    says: [
      t`${scenarioTitle(scenario)}, autoscaled`,
      t`${hour}:00 to ${hour + 1}:00`,
      ...figureLines(nodes),
    ],
    scenario: scenario.spec.name,
  }));
  return [
    {
      id: `scenario/${scenario.spec.name}/autoscaled`,
      label: undefined,
      kind: 'steps',
      colour: scenarioColour(assessment, scenario),
      look: 'dotted',
      points: untilMidnight(points),
    },
  ];
}

function hourLines(
  scenario: ScenarioAssessment,
  { hour, asked, nodes }: HourOfDay,
): readonly string[] {
  return [
    scenarioTitle(scenario),
    t`${hour}:00 to ${hour + 1}:00: ${formatFigure(asked)}`,
    ...figureLines(nodes),
  ];
}

/** Returns `` `B` is fixed at 20 nodes, and needs from 2 nodes at 3:00 to 15 nodes at 10:00. `` */
function rangeWords({ scenario, hours }: ScenarioDay): string {
  const [first, ...others] = hours;
  if (!first) return '';
  const least = others.reduce((a, b) => (b.nodes.value < a.nodes.value ? b : a), first);
  const most = others.reduce((a, b) => (b.nodes.value > a.nodes.value ? b : a), first);
  const { nodes } = scenario;
  const fixed = scenario.spec.nodes !== undefined && nodes ? formatFigure(nodes) : undefined;
  const name = sayName(scenario);
  const [from, to] = [formatFigure(least.nodes), formatFigure(most.nodes)];
  if (least.nodes.value === most.nodes.value) {
    return fixed === undefined
      ? t`${name} needs ${from} all day.`
      : t`${name} is fixed at ${fixed}, and needs ${from} all day.`;
  }
  return fixed === undefined
    ? t`${name} needs from ${from} at ${least.hour}:00 to ${to} at ${most.hour}:00.`
    : t`${name} is fixed at ${fixed}, and needs from ${from} at ${least.hour}:00 to ${to} at ${most.hour}:00.`;
}
