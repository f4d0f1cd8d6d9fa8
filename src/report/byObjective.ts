/** Shows every scenario by each objective of a target, if more than the mean latency is judged. */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { comparedTargets } from '../engine/assess/comparedTargets';
import type { Target } from '../engine/plan/plan';
import { bindingObjective } from '../engine/verdict/binding';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import { blocks, escapeMarkdown, escapeSentence, type Column } from '../messages/markdown';
import { describeFound } from '../messages/verdictReasons';
import {
  describeObjective,
  describeQuantity,
  judgesMoreThanLatency,
  markedOutcome,
} from '../messages/verdicts';
import { tables } from './tables';
import { nameOf } from './words';

/** Writes a table for each of these targets. Returns undefined if only the mean latency is judged. */
export function objectiveTables({ plan, scenarios }: Assessment): string | undefined {
  const each = comparedTargets(plan)
    .filter(judgesMoreThanLatency)
    .map((target): string | undefined => {
      const rows = tables(columnsFor(target), rowsOf(target, scenarios));
      return rows && blocks(`### ${t`By objective: ${nameOf(target)}`}`, rows);
    });
  return blocks(...each) || undefined;
}

interface Row {
  readonly scenario: ScenarioAssessment;
  readonly verdict: TargetVerdict;
}

function rowsOf(target: Target, scenarios: readonly ScenarioAssessment[]): readonly Row[] {
  return scenarios.map((scenario) => ({ scenario, verdict: scenario.verdictOn(target) }));
}

function columnsFor({ objectives }: Target): readonly Column<Row>[] {
  const each = objectives.map((objective, index): Column<Row> => ({
    title: escapeMarkdown(describeObjective(objective)),
    cell: ({ verdict, scenario }) => cellOf(verdict.objectives[index], scenario),
  }));
  const binds: Column<Row> = { title: t`Limiting`, cell: ({ verdict }) => bindingText(verdict) };
  return [
    { title: t`Scenario`, cell: ({ scenario }) => nameOf(scenario.spec) },
    ...each,
    ...(objectives.length > 1 ? [binds] : []),
  ];
}

/** Returns `✗ misses: 10.5 s (interpolated between measurements)`. */
function cellOf(verdict: ObjectiveVerdict | undefined, { cost }: ScenarioAssessment): string {
  if (!verdict) return '–';
  return escapeSentence(`${markedOutcome(verdict)}: ${describeFound(verdict, cost)}`);
}

function bindingText(verdict: TargetVerdict): string {
  const binding = bindingObjective(verdict);
  return binding ? describeQuantity(binding.objective) : '–';
}
