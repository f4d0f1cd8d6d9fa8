/** Draws nodes and cost by month if the load grows: sized for each month, against today's fleet. */
import { t } from '@vscode/l10n';
import { isBeyondObserved } from '../engine/figure/provenance';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { growthOf, type GrowthMonth, type ScenarioGrowth } from '../engine/explore/growth';
import { formatFigure } from '../messages/figures';
import { axisFor, valuesOnX, valuesOnY } from './axes';
import { breakRules } from './breakRules';
import { captionOf } from './caption';
import type { Axis, Chart, ChartPoint, Series } from './chart';
import { chooseScenarios, type Choice } from './chooseScenarios';
import { scenarioColour, scenarioMark } from './colours';
import { sideBySide } from './coincide';
import { inOneCurrency } from './comparable';
import type { GrowthFigures } from './growthFigures';
import { growthTable } from './growthTable';
import { growthCostWords, growthNodesWords } from './growthWords';
import { dashedIf, hollowIf, isHollow } from './hollow';
import { atThePeak } from './peak';
import { figureLine, figureLines, scenarioName, scenarioTitle } from './words';

const NODES: GrowthFigures = { ofMonth: ({ nodes }) => nodes, kept: ({ nodes }) => nodes };
const COST: GrowthFigures = {
  ofMonth: ({ costPerMonth }) => costPerMonth,
  kept: ({ cost }) => cost?.perMonth,
};

/** Returns undefined if nothing grows. */
export function drawGrowthNodes(assessment: Assessment): Chart | undefined {
  const choice = chooseScenarios(growingIn(assessment));
  const shown = growthsOf(assessment, choice);
  const look = { label: t`nodes`, unit: 'nodes' } as const;
  const drawn = draw(assessment, shown, NODES, look);
  return (
    drawn && {
      ...drawn,
      id: 'growth-nodes',
      title: t`Nodes by month`,
      ...captionOf(...shown.ranked.slice(0, MOST_TOLD).flatMap(growthNodesWords), choice.words),
    }
  );
}

/** Returns undefined also if nothing that grows has a price. */
export function drawGrowthCost(assessment: Assessment): Chart | undefined {
  const { scenarios, words, currency } = inOneCurrency(growingIn(assessment));
  if (currency === undefined) return undefined;
  const choice = chooseScenarios(scenarios);
  const shown = growthsOf(assessment, choice);
  const look = {
    label: t`cost per month (${currency})`,
    unit: { currency, per: 'month' },
  } as const;
  const drawn = draw(assessment, shown, COST, look);
  return (
    drawn && {
      ...drawn,
      id: 'growth-cost',
      title: t`Cost by month`,
      ...captionOf(
        ...shown.ranked.slice(0, MOST_TOLD).flatMap(growthCostWords),
        choice.words,
        words,
      ),
    }
  );
}

const MOST_TOLD = 3;

/** Number of lines above which those of today's fleets are left out. */
const MOST_KEPT = 4;
const LOG_BEYOND = 100;

interface Shown {
  readonly ranked: readonly ScenarioGrowth[];
  readonly drawn: readonly ScenarioGrowth[];
}

function growingIn({ scenarios }: Assessment): readonly ScenarioAssessment[] {
  return scenarios.filter(({ spec: scenario, nodes }) => scenario.workload?.growth && nodes);
}

function growthsOf(assessment: Assessment, { ranked, drawn }: Choice): Shown {
  const find = (assessed: ScenarioAssessment): ScenarioGrowth | readonly ScenarioGrowth[] =>
    growthOf(assessment, assessed) ?? [];
  return { ranked: ranked.flatMap(find), drawn: drawn.flatMap(find) };
}

function draw(
  assessment: Assessment,
  { drawn }: Shown,
  figures: GrowthFigures,
  { label, unit }: Pick<Axis, 'label' | 'unit'>,
): Omit<Chart, 'id' | 'title' | 'conclusion'> | undefined {
  const kept = drawn.length > MOST_KEPT ? [] : drawn;
  const lines = [
    ...kept.map((growth) => keptLine(assessment, growth, figures)),
    ...drawn.map((growth) => sizedLine(assessment, growth, figures)),
  ].filter(({ points }) => points.length > 0);
  const series = sideBySide(lines);
  if (series.length === 0) return undefined;
  const x = axisFor(t`months from today`, 'months', valuesOnX(series), Infinity);
  return {
    x: { ...x, canBeLog: false, from: 0, to: lastOf(valuesOnX(series)) },
    y: axisFor(label, unit, valuesOnY(series), LOG_BEYOND),
    series,
    rules: breakRules(drawn),
    table: growthTable(drawn, figures),
  };
}

function lastOf(months: readonly number[]): number {
  return months.reduce((a, b) => Math.max(a, b), 1);
}

function sizedLine(
  assessment: Assessment,
  { scenario, months }: ScenarioGrowth,
  { ofMonth }: GrowthFigures,
): Series {
  const points = months.flatMap((month, index): readonly ChartPoint[] => {
    const figure = ofMonth(month);
    if (!figure || !Number.isFinite(figure.value)) return [];
    const isEnd = index === 0 || index === months.length - 1;
    return [
      {
        x: month.month,
        y: figure.value,
        mark: isEnd ? scenarioMark(assessment, scenario) : 'none',
        ...hollowIf(isHollow(figure)),
        ...dashedIf(isBeyondObserved(figure.provenance)),
        ...(index === months.length - 1 ? { tag: scenarioName(scenario) } : {}),
        says: monthLines(scenario, month),
        scenario: scenario.spec.name,
      },
    ];
  });
  return {
    id: `scenario/${scenario.spec.name}`,
    label: scenarioName(scenario),
    kind: 'line',
    colour: scenarioColour(assessment, scenario),
    points,
  };
}

/** Draws today's fleet as a thin level line, whether it lasts or not. */
function keptLine(
  assessment: Assessment,
  { scenario, months }: ScenarioGrowth,
  { kept }: GrowthFigures,
): Series {
  const figure = kept(scenario);
  const name = scenarioName(scenario);
  const ends = [months[0], months.at(-1)].filter((month) => month !== undefined);
  const points = ends.flatMap(({ month }, index): readonly ChartPoint[] => {
    if (!figure || !Number.isFinite(figure.value)) return [];
    const says = [t`${scenarioTitle(scenario)}, kept as today`, ...figureLines(figure)];
    const tag = index === 0 ? {} : { tag: t`${name} as today` };
    return [
      { x: month, y: figure.value, mark: 'none', ...tag, says, scenario: scenario.spec.name },
    ];
  });
  return {
    id: `scenario/${scenario.spec.name}/kept`,
    label: undefined,
    kind: 'line',
    colour: scenarioColour(assessment, scenario),
    look: 'thin',
    points,
  };
}

function monthLines(
  scenario: ScenarioAssessment,
  { month, asked, nodes, costPerMonth }: GrowthMonth,
): readonly string[] {
  const load = atThePeak(formatFigure(asked), [scenario]);
  return [
    scenarioTitle(scenario),
    month === 0 ? t`Today: ${load}` : t`Month ${month}: ${load}`,
    ...figureLines(nodes),
    ...figureLine(t`Cost`, costPerMonth),
  ];
}
