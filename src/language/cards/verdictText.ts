/** Writes verdicts in cards: a mark never stands alone, and doubts follow the verdict. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import type { Cost } from '../../engine/fleet/cost';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import type { Objective } from '../../engine/plan/plan';
import { bindingObjective } from '../../engine/verdict/binding';
import type { TargetVerdict, ObjectiveVerdict } from '../../engine/verdict/verdict';
import { formatAgainstLimits } from '../../messages/formatAgainstLimits';
import { bold, escapeSentence } from '../../messages/markdown';
import { describeChosenReasons } from '../../messages/reasons';
import { describeReason, foundFigure } from '../../messages/verdictReasons';
import {
  describeLimit,
  describeQuantity,
  describeVerdictOn,
  outcomeMark,
  unprovenMarkWords,
} from '../../messages/verdicts';
import { escapeName, lines } from '../markdown';
import { linkedTo, type Places } from '../place';

/** Returns a line for each target, without reasons that the latency line already gives. */
export function verdictLines(
  places: Places,
  { verdicts, latency, cost }: ScenarioAssessment,
): string {
  const isUnproven = verdicts.some((verdict) => outcomeMark(verdict).length > 1);
  return lines(
    ...verdicts.map((verdict) => verdictLine(places, verdict, latency, cost)),
    isUnproven ? `*${unprovenMarkWords()}*` : undefined,
  );
}

function verdictLine(
  places: Places,
  verdict: TargetVerdict,
  shown: Figure | undefined,
  cost: Cost | undefined,
): string {
  const { target, objectives } = verdict;
  const name = bold(linkedTo(places, target.path, escapeName(target.name), 'key'));
  const binding = bindingObjective(verdict);
  const each = objectives.map((objective) => {
    const mark = objectives.length > 1 ? `${outcomeMark(objective)} ` : '';
    const text = objectiveText(places, objective, cost);
    return mark + (objective === binding ? t`${text}, limiting` : text);
  });
  const reasons = describeChosenReasons(
    verdict,
    objectives.filter(({ proof }) => !proof).map((each) => [each, unsaidReasons(each, shown)]),
  );
  const why = reasons === '' ? '' : ` (${escapeSentence(reasons)})`;
  return `${outcomeMark(verdict)} ${describeVerdictOn(verdict, name)} · ${each.join('; ')}${why}`;
}

/** Writes `latency 2.7 s, limit <1 s`, and the proof. */
function objectiveText(places: Places, verdict: ObjectiveVerdict, cost: Cost | undefined): string {
  const { objective, proof, proofFigure } = verdict;
  const figure = foundFigure(verdict, cost);
  const value = figure ? formatAgainstLimits(figure, [objective]) : t`unknown`;
  const limit = linkedTo(places, objective.path, escapeSentence(describeLimit(objective)));
  const bound = verdict.outcome === 'meets' ? proofFigure : undefined;
  const shownBy = proof ? ` (${proofText(places, proof, objective, bound)})` : '';
  const found = escapeSentence(`${describeQuantity(objective)} ${value}`);
  return t`${found}, limit ${limit}` + shownBy;
}

/**
 * Links to the measurement that proves the verdict, with its bound. The bound may differ from the figure beside it.
 */
function proofText(
  places: Places,
  { observation }: ObservationAssessment,
  objective: Objective,
  bound: Figure | undefined,
): string {
  const { path, name } = observation;
  const source = linkedTo(places, path, escapeName(name ?? t`a measurement`));
  return bound
    ? t`${source} shows ${escapeSentence(formatAgainstLimits(bound, [objective]))}`
    : t`${source} shows it`;
}

/** Returns the reasons that the figure's own line does not give. */
function unsaidReasons(verdict: ObjectiveVerdict, shown: Figure | undefined): readonly string[] {
  const { figure, reasons } = verdict;
  const said = new Set<string>(['overloaded', 'none-serves', ...(shown?.provenance.caveats ?? [])]);
  if (figure !== undefined && figure.value === shown?.value) {
    said.add('not-measured').add('extrapolated');
  }
  return reasons
    .filter((reason) => !said.has(reason))
    .map((reason) => describeReason(reason, verdict));
}
