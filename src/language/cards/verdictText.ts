/** Verdicts in cards: the mark is never alone, and what makes a verdict unsure stands behind it. */
import { bold, escapeSentence } from '../../catalogue/markdown';
import { formatBeside } from '../../catalogue/besideLimits';
import {
  describeLimit,
  describeOutcome,
  describeReason,
  outcomeMark,
} from '../../catalogue/verdicts';
import type {
  ObjectiveVerdict,
  ObservationAssessment,
  TargetVerdict,
} from '../../engine/assessment';
import { bindingObjective } from '../../engine/binding';
import type { Figure } from '../../engine/figure';
import type { Objective } from '../../engine/plan';
import { escapeName, lines } from '../markdown';
import { linkedTo, type Places } from '../place';

/** A line for each target; what `shown` already says of a figure is not said again. */
export function verdictLines(
  places: Places,
  verdicts: readonly TargetVerdict[],
  shown: Figure | undefined,
): string {
  return lines(...verdicts.map((verdict) => verdictLine(places, verdict, shown)));
}

function verdictLine(places: Places, verdict: TargetVerdict, shown: Figure | undefined): string {
  const { target, objectives } = verdict;
  const name = bold(linkedTo(places, target.path, escapeName(target.name), 'key'));
  const binding = bindingObjective(verdict);
  const each = objectives.map(
    (objective) =>
      objectiveText(places, objective, shown) + (objective === binding ? ', which binds' : ''),
  );
  return `${outcomeMark(verdict)} ${name}: ${describeOutcome(verdict)} · ${each.join('; ')}`;
}

/** `✗ likely misses`. */
export function markedOutcome(verdict: Pick<TargetVerdict, 'outcome' | 'verified'>): string {
  return `${outcomeMark(verdict)} ${describeOutcome(verdict)}`;
}

/** `latency 2.7 s, limit <1 s`, and what shows that, or why it is not for certain. */
function objectiveText(
  places: Places,
  verdict: ObjectiveVerdict,
  shown: Figure | undefined,
): string {
  const { objective, figure, proof, proofFigure } = verdict;
  const found = figure
    ? `${objective.kind} ${formatBeside(figure, [objective])}`
    : `${objective.kind} unknown`;
  const limit = linkedTo(places, objective.path, escapeSentence(describeLimit(objective)));
  const why = proof
    ? [proofText(places, proof, objective, verdict.outcome === 'meets' ? proofFigure : undefined)]
    : unsaidReasons(verdict, shown).map(escapeSentence);
  return `${escapeSentence(found)}, limit ${limit}${why.length > 0 ? ` (${why.join('; ')})` : ''}`;
}

/** A pass is shown by an upper bound, which need not be the figure that stands beside it. */
function proofText(
  places: Places,
  { observation }: ObservationAssessment,
  objective: Objective,
  bound: Figure | undefined,
): string {
  const { path, name } = observation;
  const what = bound ? escapeSentence(formatBeside(bound, [objective])) : 'it';
  return `${linkedTo(places, path, escapeName(name ?? 'a measurement'))} shows ${what}`;
}

/** The reasons that stand behind the figure anyway are not said again. */
function unsaidReasons(verdict: ObjectiveVerdict, shown: Figure | undefined): readonly string[] {
  const { figure, reasons } = verdict;
  const said = new Set<string>(['overloaded', ...(shown?.provenance.caveats ?? [])]);
  if (figure !== undefined && figure.value === shown?.value) {
    said.add('not-measured').add('extrapolated');
  }
  return reasons
    .filter((reason) => !said.has(reason))
    .map((reason) => describeReason(reason, verdict));
}
