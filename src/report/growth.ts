/** Shows month by month what growth needs, and how long today's fleet lasts. */
import { t } from '@vscode/l10n';
import { loadTitle } from '../messages/loadTitle';
import { breakMonth, breakWords, describeCutOff, mayLastLonger } from '../messages/growth';
import { blocks, bold, bullets, escapeSentence, type Column } from '../messages/markdown';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { FleetBreak } from '../engine/explore/fleetBreak';
import { growthOf, type GrowthMonth, type ScenarioGrowth } from '../engine/explore/growth';
import { cutLines, moreScenarios } from './cut';
import type { Illustrations } from './illustrations';
import { lineCaption, lineChart } from './lineChart';
import { tables } from './tables';
import { countText, figureText, knownText, nameOf, titleOf } from './words';

/** Returns undefined if nothing grows. */
export function growthSection(
  assessment: Assessment,
  { mermaid, images }: Illustrations,
): string | undefined {
  const growing = assessment.scenarios.filter(
    ({ spec: scenario, nodes }) => scenario.workload?.growth && nodes,
  );
  const shown = growing
    .slice(0, MOST_SCENARIOS)
    .flatMap((each) => growthOf(assessment, each) ?? []);
  if (shown.length === 0) return undefined;
  const left = growing.length - shown.length;
  return blocks(
    `## ${t`Growth`}`,
    t`Today’s peak grows by compound interest, and each month is sized for it: month 0 is today. A month is billed at what its heavier end needs.`,
    tables(summaryColumns(), shown),
    left > 0 ? moreScenarios(left) : undefined,
    bullets(cutLines(shown.map(breakLine))),
    bullets(cutLines(shown.flatMap(cutOffLine))),
    monthTable(shown.slice(0, MOST_COLUMNS)),
    mermaid ? nodesChart(shown.slice(0, MOST_COLUMNS)) : images('growth-nodes', 'growth-cost'),
  );
}

const MOST_SCENARIOS = 20;
const MOST_COLUMNS = 4;

function summaryColumns(): readonly Column<ScenarioGrowth>[] {
  return [
    { title: t`Scenario`, cell: ({ scenario }) => titleOf(scenario.spec) },
    {
      title: t`Growth a month`,
      align: 'right',
      cell: ({ growthPerMonth }) => figureText(growthPerMonth),
    },
    { title: t`Over`, align: 'right', cell: ({ horizon }) => figureText(horizon) },
    { title: t`Needed now`, align: 'right', cell: ({ months }) => countText(months[0]?.nodes) },
    { title: t`Then`, align: 'right', cell: ({ months }) => countText(months.at(-1)?.nodes) },
    { title: t`Sized each month`, align: 'right', cell: ({ cost }) => figureText(cost) },
    { title: t`As today`, align: 'right', cell: ({ keptCost }) => figureText(keptCost) },
  ];
}

function breakLine({ scenario, breaks, horizon }: ScenarioGrowth): string {
  const name = bold(nameOf(scenario.spec));
  const isOne = scenario.nodes?.value === 1;
  if (!breaks) {
    const [nodes, time] = [figureText(scenario.nodes), figureText(horizon)];
    return `${name}: ${isOne ? t`${nodes} lasts for ${time}.` : t`${nodes} last for ${time}.`}`;
  }
  const why = `${breakWords(breaks)} (${knownText(breaks.month)})`;
  return `${name}: ${whenText(scenario, breaks)}: ${why}.`;
}

/** Returns `20 nodes break in **month 5**, at 443/s`. */
function whenText({ nodes: figure }: ScenarioAssessment, breaks: FleetBreak): string {
  const nodes = figureText(figure);
  const asked = figureText(breaks.asked);
  const isOne = figure?.value === 1;
  if (breaks.month.value > 0) {
    const month = bold(breakMonth(breaks));
    return isOne
      ? t`${nodes} breaks in ${month}, at ${asked}`
      : t`${nodes} break in ${month}, at ${asked}`;
  }
  if (mayLastLonger(breaks)) return t`${nodes} may be too few already today, at ${asked}`;
  return isOne
    ? t`${nodes} is too few already today, at ${asked}`
    : t`${nodes} are too few already today, at ${asked}`;
}

function cutOffLine(growth: ScenarioGrowth): readonly string[] {
  const cutOff = describeCutOff(growth);
  const name = bold(nameOf(growth.scenario.spec));
  return cutOff === undefined ? [] : [`${name}: ${t`growth is ${escapeSentence(cutOff)}.`}`];
}

/** Writes months as rows: at most about a dozen, and always the last. */
function monthTable(shown: readonly ScenarioGrowth[]): string | undefined {
  const last = Math.max(...shown.map(({ months }) => months.length - 1));
  const step = Math.ceil(last / MOST_ROWS);
  const rows = Array.from({ length: last + 1 }, (_, month) => month).filter(
    (month) => month % step === 0 || month === last,
  );
  const columns = shown.flatMap((growth, index): readonly Column<number>[] => {
    const { spec: scenario } = growth.scenario;
    const at = (month: number): GrowthMonth | undefined => growth.months[month];
    const isSameWorkload = shown[index - 1]?.scenario.spec.workload === scenario.workload;
    const asked: Column<number> = {
      title: loadTitle(growth.months[0]?.asked),
      align: 'right',
      cell: (month) => countText(at(month)?.asked),
    };
    const perMonth: Column<number> = {
      title: t`Per month`,
      align: 'right',
      cell: (month) => countText(at(month)?.costPerMonth),
    };
    return [
      ...(isSameWorkload ? [] : [asked]),
      {
        title: t`${nameOf(scenario)}: nodes`,
        align: 'right',
        cell: (month) => countText(at(month)?.nodes),
      },
      ...(growth.cost ? [perMonth] : []),
    ];
  });
  return tables([{ title: t`Month`, align: 'right', cell: String }, ...columns], rows);
}

const MOST_ROWS = 12;

/** Draws the scenarios with the longest horizon, so that the lines have one length. */
function nodesChart(shown: readonly ScenarioGrowth[]): string | undefined {
  const last = Math.max(...shown.map(({ months }) => months.length - 1));
  const drawn = shown.filter(({ months }) => months.length - 1 === last);
  const names = drawn.map(({ scenario }) => bold(nameOf(scenario.spec)));
  const lines = drawn.map(({ scenario, months }) => ({
    name: scenario.spec.name,
    values: months.map(({ nodes }) => nodes.value),
  }));
  const isTooLarge = lines.some(({ values }) => values.some((nodes) => nodes >= MOST_DRAWN));
  if (last === 0 || isTooLarge) return undefined;
  const chart = lineChart({
    title: t`Nodes by month`,
    xAxis: t`months from today`,
    from: 0,
    to: last,
    yAxis: t`nodes`,
    lines,
  });
  return blocks(chart, lineCaption(names));
}

/** Largest number drawn. Larger ones have an exponent, which the chart's grammar does not know. */
const MOST_DRAWN = 1e15;
