/** Shows what changes the nodes and the cost of each scenario most. */
import { t } from '@vscode/l10n';
import { verdictText } from '../charts/scenarioColumns';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { verdictOf } from '../engine/assess/ownVerdict';
import { movesAnything, sensitivityOf, type SensitivityEntry } from '../engine/explore/sensitivity';
import type { TargetVerdict } from '../engine/verdict/verdict';
import { blocks, escapeSentence, listWords, table, type Column } from '../messages/markdown';
import { describeChange } from '../messages/sensitivity';
import { countText, figureText, titleOf } from './words';

/** Maximum number of tables: the first ones show what kind of plan it is. */
const MOST_SCENARIOS = 8;

export function sensitivitySection(assessment: Assessment): string | undefined {
  const sized = assessment.scenarios.filter(({ nodes }) => nodes !== undefined);
  if (sized.length === 0) return undefined;
  const left = sized.length - MOST_SCENARIOS;
  return blocks(
    `## ${t`Sensitivity`}`,
    t`Each row changes one value by 10 % and sizes the scenario again. The largest change of cost comes first.`,
    ...sized.slice(0, MOST_SCENARIOS).map((scenario) => scenarioBlock(assessment, scenario)),
    left > 0 ? othersText(left) : undefined,
  );
}

function othersText(left: number): string {
  return left === 1
    ? t`The other 1 scenarios are in the output of \`capacity-plan size --json\`.`
    : t`The other ${left} scenarios are in the output of \`capacity-plan size --json\`.`;
}

function scenarioBlock(assessment: Assessment, scenario: ScenarioAssessment): string {
  const entries = sensitivityOf(assessment, scenario);
  const counted = entries.filter(
    (entry) => movesAnything(entry) || changedVerdict(scenario, entry),
  );
  return blocks(
    `### ${titleOf(scenario.spec)}: ${sizeText(scenario)}`,
    table(columnsFor(scenario, counted), counted),
    unmovedText(entries.filter((entry) => !counted.includes(entry))),
  );
}

function sizeText({ nodes, cost }: ScenarioAssessment): string {
  return cost ? `${figureText(nodes)}, ${figureText(cost.perHour)}` : figureText(nodes);
}

function columnsFor(
  scenario: ScenarioAssessment,
  entries: readonly SensitivityEntry[],
): readonly Column<SensitivityEntry>[] {
  const verdict: Column<SensitivityEntry> = {
    title: t`Its target`,
    cell: (entry) => verdictText(changedVerdict(scenario, entry) ?? verdictOf(scenario)),
  };
  const hasPrice = scenario.cost !== undefined;
  const judged = entries.some((entry) => changedVerdict(scenario, entry));
  return [
    { title: t`With`, cell: (entry) => escapeSentence(describeChange(entry)) },
    { title: t`Nodes`, align: 'right', cell: ({ nodes }) => countText(nodes.after) },
    ...(hasPrice ? costColumns() : []),
    ...(judged ? [verdict] : []),
  ];
}

function costColumns(): readonly Column<SensitivityEntry>[] {
  return [
    { title: t`Cost`, align: 'right', cell: ({ costPerHour }) => figureText(costPerHour?.after) },
    {
      title: t`Per month`,
      align: 'right',
      cell: ({ costPerMonth }) => countText(costPerMonth?.after),
    },
  ];
}

/** Returns the verdict on the scenario's own target, if the change alters it. */
function changedVerdict(
  scenario: ScenarioAssessment,
  { assessed }: SensitivityEntry,
): TargetVerdict | undefined {
  const [before, after] = [verdictOf(scenario), verdictOf(assessed)];
  return before?.outcome === after?.outcome ? undefined : after;
}

/** Returns `Nodes and cost stay the same with 10 % lower latency at every load.` */
function unmovedText(unmoved: readonly SensitivityEntry[]): string | undefined {
  if (unmoved.length === 0) return undefined;
  const changes = unmoved.map((entry) => escapeSentence(describeChange(entry)));
  return t`Nodes and cost stay the same with ${listWords(changes, 'or')}.`;
}
