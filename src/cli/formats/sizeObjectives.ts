/** Writes how every scenario does by each objective of a target that has more than the mean latency. */
import type { Assessment } from '../../engine/assess/assessment';
import { comparedTargets } from '../../engine/assess/comparedTargets';
import type { Cost } from '../../engine/fleet/cost';
import type { Target } from '../../engine/plan/plan';
import { bindingObjective } from '../../engine/verdict/binding';
import type { ObjectiveVerdict } from '../../engine/verdict/verdict';
import { describeFound } from '../../messages/verdictReasons';
import { describeObjective, judgesMoreThanLatency, markedOutcome } from '../../messages/verdicts';
import type { Paint } from '../paint';
import { alignTable, type TextColumn } from './alignTable';
import { textBlock } from './textBlock';

/** Returns no lines if only the mean latency is judged. */
export function sizeObjectives(assessment: Assessment, paint: Paint): readonly string[] {
  return comparedTargets(assessment.plan)
    .filter(judgesMoreThanLatency)
    .flatMap((target) =>
      textBlock(`By objective: ${target.name}`, linesFor(assessment, target), paint),
    );
}

interface Row {
  readonly scenario: string;
  readonly verdict: ObjectiveVerdict;
  readonly cost: Cost | undefined;
  readonly isLimiting: boolean;
}

function linesFor({ scenarios }: Assessment, target: Target): readonly string[] {
  const rows = scenarios.flatMap(({ spec: scenario, verdictOn, cost }): readonly Row[] => {
    const judged = verdictOn(target);
    const binding = bindingObjective(judged);
    return judged.objectives.map((verdict, index) => ({
      scenario: index === 0 ? scenario.name : '',
      verdict,
      cost,
      isLimiting: verdict === binding,
    }));
  });
  // the columns explain themselves, so the head is dropped
  return alignTable(COLUMNS, rows).slice(1);
}

const COLUMNS: readonly TextColumn<Row>[] = [
  { title: '', cell: ({ scenario }) => scenario },
  {
    title: '',
    cell: ({ verdict, isLimiting }) =>
      describeObjective(verdict.objective) + (isLimiting ? ' (limiting)' : ''),
  },
  { title: '', cell: ({ verdict }) => markedOutcome(verdict) },
  { title: '', cell: ({ verdict, cost }) => describeFound(verdict, cost) },
];
