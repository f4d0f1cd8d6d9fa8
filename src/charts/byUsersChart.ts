/** Draws nodes and cost against users or arrivals: a line for each scenario. */
import { t } from '@vscode/l10n';
import { isBeyondObserved } from '../engine/figure/provenance';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { loadToday } from '../engine/assess/scaledWorkload';
import { DOUBLINGS, loadSeriesOf, type LoadSeries, type LoadStep } from '../engine/explore/byUsers';
import { formatFigure } from '../messages/figures';
import { limitsOn } from '../messages/formatAgainstLimits';
import { axisFor, valuesOnX, valuesOnY } from './axes';
import { byUsersTable } from './byUsersTable';
import { byUsersWords } from './byUsersWords';
import { captionOf } from './caption';
import type { Axis, Chart, ChartPoint, Rule, Series } from './chart';
import { chooseScenarios } from './chooseScenarios';
import { scenarioColour, scenarioMark } from './colours';
import { sideBySide } from './coincide';
import { inOneCurrency, ofOneKind } from './comparable';
import { dashedIf, hollowIf, isHollow } from './hollow';
import { atThePeak } from './peak';
import type { StepFigure } from './stepFigure';
import { figureLine, figureLines, scenarioName, scenarioTitle, targetsOf } from './words';

export function drawNodesByUsers(assessment: Assessment): Chart | undefined {
  const { scenarios, words } = ofOneKind(sizedIn(assessment));
  const nodesOf: StepFigure = ({ nodes }) => nodes;
  return draw(assessment, scenarios, [words], nodesOf, {
    id: 'nodes-by-users',
    title: (isClosed) => (isClosed ? t`Nodes by users` : t`Nodes by requests per second`),
    label: t`nodes`,
    unit: 'nodes',
  });
}

/** Returns undefined also if nothing has a price. */
export function drawCostByUsers(assessment: Assessment): Chart | undefined {
  const kind = ofOneKind(sizedIn(assessment));
  const { scenarios, words, currency } = inOneCurrency(kind.scenarios);
  if (currency === undefined) return undefined;
  const costOf: StepFigure = ({ costPerHour }) => costPerHour;
  return draw(assessment, scenarios, [kind.words, words], costOf, {
    id: 'cost-by-users',
    title: (isClosed) => (isClosed ? t`Cost by users` : t`Cost by requests per second`),
    label: t`cost per hour (${currency})`,
    unit: { currency, per: 'hour' },
  });
}

interface Look {
  readonly id: Chart['id'];
  /** @param isClosed Tells if the load is users. */
  readonly title: (isClosed: boolean) => string;
  readonly label: string;
  readonly unit: Axis['unit'];
}

function sizedIn({ scenarios }: Assessment): readonly ScenarioAssessment[] {
  return scenarios.filter(({ spec: scenario, notSized }) => scenario.workload && !notSized);
}

function draw(
  assessment: Assessment,
  scenarios: readonly ScenarioAssessment[],
  excludedScenarios: readonly (string | undefined)[],
  figureOf: StepFigure,
  { id, title, label, unit }: Look,
): Chart | undefined {
  const choice = chooseScenarios(scenarios);
  const find = (assessed: ScenarioAssessment): LoadSeries | readonly LoadSeries[] =>
    loadSeriesOf(assessment, assessed) ?? [];
  const drawn = choice.drawn.flatMap(find);
  const series = sideBySide(drawn.map((each) => lineOf(assessment, each, figureOf)));
  if (series.every(({ points }) => points.length === 0)) return undefined;
  const isClosed = scenarios[0]?.spec.workload?.kind === 'closed';
  const load = isClosed ? t`users` : t`requests per second`;
  const words = byUsersWords(choice.ranked.flatMap(find), figureOf);
  return {
    id,
    title: title(isClosed),
    ...captionOf(...words, choice.words, ...excludedScenarios),
    x: axisFor(
      atThePeak(
        load,
        drawn.map(({ scenario }) => scenario),
      ),
      isClosed ? 'users' : 'requests/s',
      valuesOnX(series),
      LOG_BEYOND,
    ),
    y: axisFor(label, unit, valuesOnY(series), LOG_BEYOND),
    series,
    rules: todayRules(drawn),
    table: byUsersTable(drawn, figureOf),
  };
}

const LOG_BEYOND = 10;

/** Builds a line with one point for each load: several multiples can round to the same whole users. */
function lineOf(
  assessment: Assessment,
  { scenario, steps }: LoadSeries,
  figureOf: StepFigure,
): Series {
  const points = steps.flatMap((step, index): readonly ChartPoint[] => {
    const figure = figureOf(step);
    const isSame = steps[index + 1]?.asked.value === step.asked.value;
    if (!figure || isSame || !Number.isFinite(figure.value)) return [];
    const isLast = index === steps.length - 1;
    return [
      {
        x: step.asked.value,
        y: figure.value,
        mark: DOUBLINGS.includes(step.multiple) ? scenarioMark(assessment, scenario) : 'none',
        ...hollowIf(isHollow(figure)),
        ...dashedIf(isBeyondObserved(figure.provenance)),
        ...(isLast ? { tag: scenarioName(scenario) } : {}),
        says: stepLines(scenario, step),
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

function stepLines(
  scenario: ScenarioAssessment,
  { asked, nodes, costPerHour, latency }: LoadStep,
): readonly string[] {
  return [
    scenarioTitle(scenario),
    atThePeak(formatFigure(asked), [scenario]),
    ...figureLines(nodes),
    ...figureLine(t`Cost`, costPerHour, limitsOn('budget', targetsOf(scenario))),
    ...figureLine(t`Latency`, latency, limitsOn('latency', targetsOf(scenario))),
  ];
}

/** Marks each load that a scenario has today. */
function todayRules(drawn: readonly LoadSeries[]): readonly Rule[] {
  const byLoad = new Map<number, Rule>();
  for (const { scenario } of drawn) {
    const { workload } = scenario.spec;
    if (!workload || byLoad.size >= MOST_RULES) continue;
    const today = loadToday(workload);
    const label = t`today: ${atThePeak(formatFigure(today), [scenario])}`;
    byLoad.set(today.value, { axis: 'x', at: today.value, label, kind: 'today' });
  }
  return [...byLoad.values()];
}

const MOST_RULES = 4;
