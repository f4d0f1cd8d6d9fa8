/** Lists the figures that scenarios are judged by, objective by objective, for labelled formulas. */
import { t } from '@vscode/l10n';
import type { Objective } from '../engine/plan/plan';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import type { LabelledFigure } from './labelledFormulas';
import { nameOfKind } from './verdicts';

/** Returns each quantity once, without the mean latency and the cost, which every scenario has. */
export function objectiveFigures(verdicts: readonly TargetVerdict[]): readonly LabelledFigure[] {
  const byKind = new Map<Objective['kind'], ObjectiveVerdict>();
  for (const verdict of verdicts.flatMap(({ objectives }) => objectives)) {
    const { kind } = verdict.objective;
    if (!byKind.has(kind)) byKind.set(kind, verdict);
  }
  return [...byKind].flatMap(([kind, { figure, proofFigure }]) => [
    ...(HAS_LINES_OF_ITS_OWN.has(kind) ? [] : [{ label: nameOfKind(kind), figure }]),
    { label: t`${nameOfKind(kind)} as measured`, figure: proofFigure },
  ]);
}

const HAS_LINES_OF_ITS_OWN: ReadonlySet<Objective['kind']> = new Set([
  'latency',
  'budget',
] as const);
