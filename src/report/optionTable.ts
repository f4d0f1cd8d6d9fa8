/** Compares the recommended options with the scenarios of the plan, in at most six columns. */
import { t } from '@vscode/l10n';
import { verdictText } from '../charts/scenarioColumns';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { comparedTargets } from '../engine/assess/comparedTargets';
import { limitingTime } from '../engine/assess/limitingTime';
import { timeOf } from '../engine/assess/shownTime';
import type { Figure } from '../engine/figure/figure';
import type { Cost } from '../engine/fleet/cost';
import type { Target } from '../engine/plan/plan';
import type { Option } from '../engine/recommend/recommendation';
import type { TargetVerdict } from '../engine/verdict/verdict';
import { limitsOn } from '../messages/formatAgainstLimits';
import { blocks, bold, escapeSentence, table, type Column } from '../messages/markdown';
import { describeLimit, describeObjective, titleOfTime } from '../messages/verdicts';
import { countText, figureText, nameOf, titleOf } from './words';

interface Row {
  readonly name: string;
  readonly nodes: Figure | undefined;
  readonly cost: Cost | undefined;
  readonly timed: Parameters<typeof timeOf>[0];
  readonly verdictOn: (target: Target) => TargetVerdict | undefined;
}

const MOST_ROWS = 6;
const MOST_TARGETS = 2;

/** @param chosen Recommended options, which come first. */
export function optionTable(assessment: Assessment, chosen: readonly Option[]): string | undefined {
  const { scenarios } = assessment;
  const recommended = new Set(chosen.map(({ scenario }) => scenario));
  const others = scenarios.filter(({ spec }) => !recommended.has(spec));
  const best = chosen.map((option) => rowOfOption(option, scenarios));
  const rows = [...best, ...others.map(rowOfScenario)];
  const left = rows.length - MOST_ROWS;
  return blocks(
    table(columnsFor(assessment), rows.slice(0, Math.max(MOST_ROWS, best.length))),
    left > 0 ? leftText(left) : undefined,
  );
}

function leftText(left: number): string {
  return left === 1
    ? t`The section Scenarios has 1 more.`
    : t`The section Scenarios has ${left} more.`;
}

function rowOfScenario(assessed: ScenarioAssessment): Row {
  const { spec, nodes, cost } = assessed;
  const verdictOn = (target: Target): TargetVerdict => assessed.verdictOn(target);
  return { name: titleOf(spec), nodes, cost, timed: assessed, verdictOn };
}

function rowOfOption(option: Option, scenarios: readonly ScenarioAssessment[]): Row {
  const scenario = scenarios.find(({ spec }) => spec === option.scenario);
  if (scenario) return { ...rowOfScenario(scenario), name: bold(titleOf(scenario.spec)) };
  const { verdict, engine, parallel, nodes, cost, latency } = option;
  return {
    name: bold(`${nameOf(engine.spec)}, \`parallel\` ${parallel}`),
    nodes,
    cost,
    timed: { latency, verdicts: [verdict] },
    verdictOn: (target) => (target === verdict.target ? verdict : undefined),
  };
}

function columnsFor(assessment: Assessment): readonly Column<Row>[] {
  const targets = comparedTargets(assessment.plan);
  const time = limitingTime(assessment);
  const limits = limitsOn(time, targets);
  const budgets = limitsOn('budget', targets);
  return [
    { title: t`Option`, cell: ({ name }) => name },
    { title: t`Nodes`, align: 'right', cell: ({ nodes }) => countText(nodes) },
    {
      title: t`Per month`,
      align: 'right',
      cell: ({ cost }) => countText(cost?.perMonth, budgets),
    },
    {
      title: titleOfTime(time),
      align: 'right',
      cell: (row) => figureText(timeOf(row.timed, time), limits),
    },
    ...targets.slice(0, MOST_TARGETS).map((target): Column<Row> => ({
      title: titleOfTarget(target),
      cell: ({ verdictOn }) => verdictText(verdictOn(target)),
    })),
  ];
}

/** Adds the limit if the target has only one. */
function titleOfTarget(target: Target): string {
  const [only, ...others] = target.objectives;
  if (!only || others.length > 0) return nameOf(target);
  const limit = only.kind === 'latency' ? describeLimit(only) : describeObjective(only);
  return `${nameOf(target)} ${escapeSentence(limit)}`;
}
