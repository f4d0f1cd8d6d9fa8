/**
 * Draws what a day costs by three ways to run a fleet, as bars in the colours of the scenarios. Without a common price
 * the bars show node-hours.
 */
import { t } from '@vscode/l10n';
import { formatFigure } from '../messages/figures';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { dayOf, type FleetDay, type ScenarioDay } from '../engine/explore/dailyProfile';
import type { Figure } from '../engine/figure/figure';
import { axisFor, valuesOnY } from './axes';
import { captionOf } from './caption';
import type { Axis, Chart, ChartPoint, Series } from './chart';
import { chooseScenarios } from './chooseScenarios';
import { scenarioColour } from './colours';
import { inOneCurrency } from './comparable';
import { profiledIn, typicalWords } from './dayNodesChart';
import { hollowIf, isHollow } from './hollow';
import type { Table } from './table';
import { figureCell } from './numberCell';
import { figureLines, sayName, scenarioName, scenarioTitle, textCell } from './words';

/** Returns undefined if no day has a profile. */
export function drawDayCost(assessment: Assessment): Chart | undefined {
  const profiled = profiledIn(assessment);
  const { scenarios, currency, words } = inOneCurrency(profiled);
  const look = currency === undefined ? byHours() : byCost(currency);
  const choice = chooseScenarios(currency === undefined ? profiled : scenarios);
  const find = (assessed: ScenarioAssessment): ScenarioDay | readonly ScenarioDay[] =>
    dayOf(assessment, assessed) ?? [];
  const drawn = choice.drawn.flatMap(find);
  if (drawn.length === 0) return undefined;
  const series = drawn.map((day) => barsOf(assessment, day, look));
  const ranked = choice.ranked.flatMap(find);
  return {
    id: 'day-cost',
    title: look.title,
    ...captionOf(
      ...ranked.slice(0, MOST_TOLD).map((day) => dayWords(day, look)),
      typicalWords(drawn),
      choice.words,
      currency === undefined ? t`No price is known: bars are node-hours a day.` : words,
    ),
    x: {
      label: t`way to run the fleet`,
      unit: 'factor',
      scale: 'linear',
      canBeLog: false,
      categories: WAYS.map(nameOfWay),
    },
    y: { ...axisFor(look.label, look.unit, valuesOnY(series), Infinity), canBeLog: false },
    series,
    rules: [],
    table: dayTable(drawn, look),
  };
}

const MOST_TOLD = 2;

const WAYS = ['fixed', 'scheduled', 'autoscaled'] as const;
type Way = (typeof WAYS)[number];

function nameOfWay(way: Way): string {
  switch (way) {
    case 'fixed':
      return t`fixed`;
    case 'scheduled':
      return t`scheduled`;
    case 'autoscaled':
      return t`autoscaled`;
  }
}

/** Returns `$18,000/month scheduled`. */
function costOfWay(way: Way, cost: string): string {
  switch (way) {
    case 'fixed':
      return t`${cost} fixed`;
    case 'scheduled':
      return t`${cost} scheduled`;
    case 'autoscaled':
      return t`${cost} autoscaled`;
  }
}

interface Look extends Pick<Axis, 'label' | 'unit'> {
  readonly title: string;
  readonly figureOf: (fleet: FleetDay) => Figure | undefined;
}

function byHours(): Look {
  return {
    title: t`Node-hours of a day`,
    label: t`node-hours a day`,
    unit: 'node-hours',
    figureOf: ({ nodeHours }) => nodeHours,
  };
}

function byCost(currency: string): Look {
  return {
    title: t`Cost of following the day`,
    label: t`cost per month (${currency})`,
    unit: { currency, per: 'month' },
    figureOf: ({ costPerMonth }) => costPerMonth,
  };
}

function barsOf(assessment: Assessment, day: ScenarioDay, { figureOf }: Look): Series {
  const { scenario } = day;
  const points = WAYS.flatMap((way, x): readonly ChartPoint[] => {
    const figure = figureOf(day[way]);
    if (!figure || !Number.isFinite(figure.value)) return [];
    return [
      {
        x,
        y: figure.value,
        mark: 'none',
        ...hollowIf(isHollow(figure)),
        says: [`${scenarioTitle(scenario)}, ${nameOfWay(way)}`, ...figureLines(figure)],
        scenario: scenario.spec.name,
      },
    ];
  });
  return {
    id: `scenario/${scenario.spec.name}`,
    label: scenarioName(scenario),
    kind: 'bars',
    colour: scenarioColour(assessment, scenario),
    points,
  };
}

/** Returns `` `A`: $35,040.00/month fixed, $18,000.00/month scheduled, $21,000.00/month autoscaled. `` */
function dayWords(day: ScenarioDay, { figureOf }: Look): string | undefined {
  const costs = WAYS.flatMap((way) => {
    const figure = figureOf(day[way]);
    return figure ? [costOfWay(way, formatFigure(figure))] : [];
  });
  return costs.length > 0 ? `${sayName(day.scenario)}: ${costs.join(', ')}.` : undefined;
}

function dayTable(drawn: readonly ScenarioDay[], { figureOf }: Look): Table {
  const titles = [t`Start-up`, t`Fixed`, t`Scheduled`, t`Autoscaled`];
  return {
    columns: [
      { title: t`Scenario`, align: 'left' },
      ...titles.map((title) => ({ title, align: 'right' }) as const),
    ],
    rows: drawn.map((day) => ({
      cells: [
        textCell(scenarioTitle(day.scenario)),
        figureCell(day.startup),
        ...WAYS.map((way) => figureCell(figureOf(day[way]))),
      ],
      scenario: day.scenario.spec.name,
    })),
  };
}
