/** Shows month by month what growth needs, and how long today's fleet lasts. */
import { loadTitle } from '../messages/loadTitle';
import { breakMonth, breakWords, describeCutOff, mayLastLonger } from '../messages/growth';
import { blocks, bold, bullets, escapeSentence, type Column } from '../messages/markdown';
import type { Assessment } from '../engine/assess/assessment';
import { growthOf, type GrowthMonth, type ScenarioGrowth } from '../engine/explore/growth';
import { cutLines } from './cut';
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
    '## Growth',
    'Today’s peak grows by compound interest, and each month is sized for it: month 0 is today. A month is billed at what its heavier end needs.',
    tables(SUMMARY, shown),
    left > 0 ? `… and ${left} more scenarios.` : undefined,
    bullets(cutLines(shown.map(breakLine))),
    bullets(cutLines(shown.flatMap(cutOffLine))),
    monthTable(shown.slice(0, MOST_COLUMNS)),
    mermaid ? nodesChart(shown.slice(0, MOST_COLUMNS)) : images('growth-nodes', 'growth-cost'),
  );
}

const MOST_SCENARIOS = 20;
const MOST_COLUMNS = 4;

const SUMMARY: readonly Column<ScenarioGrowth>[] = [
  { title: 'Scenario', cell: ({ scenario }) => titleOf(scenario.spec) },
  {
    title: 'Growth a month',
    align: 'right',
    cell: ({ growthPerMonth }) => figureText(growthPerMonth),
  },
  { title: 'Over', align: 'right', cell: ({ horizon }) => figureText(horizon) },
  { title: 'Needed now', align: 'right', cell: ({ months }) => countText(months[0]?.nodes) },
  { title: 'Then', align: 'right', cell: ({ months }) => countText(months.at(-1)?.nodes) },
  { title: 'Sized each month', align: 'right', cell: ({ cost }) => figureText(cost) },
  { title: 'As today', align: 'right', cell: ({ keptCost }) => figureText(keptCost) },
];

function breakLine({ scenario, breaks, horizon }: ScenarioGrowth): string {
  const name = bold(nameOf(scenario.spec));
  const nodes = figureText(scenario.nodes);
  const isOne = scenario.nodes?.value === 1;
  if (!breaks) return `${name}: ${nodes} ${isOne ? 'lasts' : 'last'} for ${figureText(horizon)}.`;
  const { month, asked } = breaks;
  const already = mayLastLonger(breaks)
    ? 'may be too few already today'
    : `${isOne ? 'is' : 'are'} too few already today`;
  const when =
    month.value === 0 ? already : `${isOne ? 'breaks' : 'break'} in ${bold(breakMonth(breaks))}`;
  return `${name}: ${nodes} ${when}, at ${figureText(asked)}: ${breakWords(breaks)} (${knownText(month)}).`;
}

function cutOffLine(growth: ScenarioGrowth): readonly string[] {
  const cutOff = describeCutOff(growth);
  const name = bold(nameOf(growth.scenario.spec));
  return cutOff === undefined ? [] : [`${name}: growth is ${escapeSentence(cutOff)}.`];
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
      title: 'Per month',
      align: 'right',
      cell: (month) => countText(at(month)?.costPerMonth),
    };
    return [
      ...(isSameWorkload ? [] : [asked]),
      {
        title: `${nameOf(scenario)}: nodes`,
        align: 'right',
        cell: (month) => countText(at(month)?.nodes),
      },
      ...(growth.cost ? [perMonth] : []),
    ];
  });
  return tables([{ title: 'Month', align: 'right', cell: String }, ...columns], rows);
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
    title: 'Nodes by month',
    xAxis: 'months from today',
    from: 0,
    to: last,
    yAxis: 'nodes',
    lines,
  });
  return blocks(chart, lineCaption(names));
}

/** Largest number drawn. Larger ones have an exponent, which the chart's grammar does not know. */
const MOST_DRAWN = 1e15;
