/** The nodes of each hour of a day that the load takes: steps, since an hour is one load. */
import { formatFigure } from '../catalogue/figures';
import type { Assessment, ScenarioAssessment } from '../engine/assessment';
import { dayOf, type HourOfDay, type ScenarioDay } from '../engine/dailyProfile';
import { axisFor, valuesOnY } from './axes';
import type { Chart, ChartPoint, Series } from './chart';
import { chooseScenarios } from './chooseScenarios';
import { scenarioColour } from './colours';
import type { Table } from './table';
import {
  figureCell,
  figureLines,
  numberCell,
  scenarioName,
  scenarioTitle,
  sentences,
} from './words';

/** Undefined where no day has a profile. */
export function drawDayNodes(assessment: Assessment): Chart | undefined {
  const choice = chooseScenarios(profiledIn(assessment));
  const find = (assessed: ScenarioAssessment): ScenarioDay | readonly ScenarioDay[] =>
    dayOf(assessment, assessed) ?? [];
  const drawn = choice.drawn.flatMap(find);
  if (drawn.length === 0) return undefined;
  const series = drawn.map((day) => stepsOf(assessment, day));
  const told = choice.ranked.flatMap(find).slice(0, MOST_TOLD).map(rangeWords);
  return {
    id: 'day-nodes',
    title: 'Nodes by hour',
    conclusion: sentences(...told, typicalWords(drawn), choice.words),
    x: { label: 'hour of the day', unit: 'factor', scale: 'linear', canBeLog: false, ...DAY },
    y: axisFor('nodes', 'nodes', valuesOnY(series), LOG_BEYOND),
    series,
    rules: [],
    table: hoursTable(drawn),
  };
}

/** Scenarios of which the engine can say what a day takes. */
export function profiledIn({ scenarios }: Assessment): readonly ScenarioAssessment[] {
  return scenarios.filter(
    ({ scenario, engine, nodes }) => scenario.workload?.profile && engine.engine.node && nodes,
  );
}

/** A typical shape of a day is an assumption, however well the rest is known. */
export function typicalWords(drawn: readonly ScenarioDay[]): string | undefined {
  const isTypical = drawn.some(({ hours }) =>
    hours.some(({ share }) => share.provenance.caveats.includes('typical-profile')),
  );
  return isTypical ? 'The shape of the day is a typical one, not the plan’s own.' : undefined;
}

const HOURS = 24;
const DAY = { from: 0, to: HOURS, whole: true } as const;
const LOG_BEYOND = 1000;
const MOST_TOLD = 3;

function stepsOf(assessment: Assessment, { scenario, hours }: ScenarioDay): Series {
  const pointAt = (hour: HourOfDay, x: number): ChartPoint => ({
    x,
    y: hour.nodes.value,
    mark: 'none',
    says: hourLines(scenario, hour),
    scenario: scenario.scenario.name,
  });
  const last = hours.at(-1);
  // the last hour lasts until midnight
  const midnight = last ? [{ ...pointAt(last, HOURS), tag: scenarioName(scenario) }] : [];
  return {
    id: `scenario/${scenario.scenario.name}`,
    label: scenarioName(scenario),
    kind: 'steps',
    colour: scenarioColour(assessment, scenario),
    points: [...hours.map((hour) => pointAt(hour, hour.hour)), ...midnight],
  };
}

function hourLines(
  scenario: ScenarioAssessment,
  { hour, asked, nodes }: HourOfDay,
): readonly string[] {
  return [
    scenarioTitle(scenario),
    `${hour}:00 to ${hour + 1}:00: ${formatFigure(asked)}`,
    ...figureLines(nodes),
  ];
}

/** `A needs from 2 nodes at 3:00 to 15 nodes at 10:00.` */
function rangeWords({ scenario, hours }: ScenarioDay): string {
  const [first, ...others] = hours;
  if (!first) return '';
  const least = others.reduce((a, b) => (b.nodes.value < a.nodes.value ? b : a), first);
  const most = others.reduce((a, b) => (b.nodes.value > a.nodes.value ? b : a), first);
  const name = scenarioName(scenario);
  if (least.nodes.value === most.nodes.value) {
    return `${name} needs ${formatFigure(least.nodes)} all day.`;
  }
  return `${name} needs from ${formatFigure(least.nodes)} at ${least.hour}:00 to ${formatFigure(most.nodes)} at ${most.hour}:00.`;
}

function hoursTable(drawn: readonly ScenarioDay[]): Table {
  const right = (title: string) => ({ title, align: 'right' }) as const;
  const first = drawn[0]?.scenario.scenario.workload;
  const isOneLoad = drawn.every(({ scenario }) => scenario.scenario.workload === first);
  return {
    columns: [
      right('Hour'),
      ...(isOneLoad ? [right('Load')] : []),
      ...drawn.map(({ scenario }) => right(scenarioName(scenario))),
    ],
    rows: Array.from({ length: HOURS }, (_, hour) => ({
      cells: [
        numberCell(String(hour), hour),
        ...(isOneLoad ? [figureCell(drawn[0]?.hours[hour]?.asked)] : []),
        ...drawn.map(({ hours }) => figureCell(hours[hour]?.nodes)),
      ],
    })),
  };
}
