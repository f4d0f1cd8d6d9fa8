/** What stands behind each scenario in the editor: its nodes, its cost, and the figure that decides. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { verdictOf } from '../engine/assess/ownVerdict';
import { bindingObjective, worstMissed } from '../engine/verdict/binding';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import type { Analysis } from '../lint/analysis';
import { formatFigure } from '../messages/figures';
import { formatAgainstLimits } from '../messages/formatAgainstLimits';
import { describeLimit, describeOutcome, outcomeMark } from '../messages/verdicts';
import type { PlanDocument } from '../plan/document';
import { findChange } from '../plan/textChange';

interface Hint {
  /** Where it stands, in the text as it is now. */
  readonly offset: number;
  readonly text: string;
  /** `likely misses strict`: the verdict in words. */
  readonly tooltip: string | undefined;
}

/**
 * `125 nodes · $187.50/h · 2.7 s ✗ <1 s` for each scenario; nothing looks verified that is not.
 * @param lastGood The last analysis with an assessment: while the text is broken its hints stay, marked.
 */
export function inlayHints(current: Analysis, lastGood: Analysis | undefined): readonly Hint[] {
  if (current.assessment) return hintsOf(current);
  if (!lastGood) return [];
  const change = findChange(lastGood.document.text, current.document.text);
  return hintsOf(lastGood).flatMap((hint) => {
    const now = change.toNew(hint.offset);
    return now === undefined ? [] : [{ ...hint, offset: now, text: `${hint.text} (out of date)` }];
  });
}

function hintsOf({ document, assessment }: Analysis): readonly Hint[] {
  return (assessment?.scenarios ?? []).flatMap((assessed) => {
    const offset = placeOf(document, assessed);
    if (offset === undefined) return [];
    return [{ offset, text: describe(assessed), tooltip: describeVerdict(assessed) }];
  });
}

/** Behind `{ … }`, or behind the colon where the scenario's keys stand on lines of their own. */
function placeOf(
  document: PlanDocument,
  { spec: { path } }: ScenarioAssessment,
): number | undefined {
  const key = document.rangeOf(path, 'key');
  const value = document.rangeOf(path, 'value');
  if (!key || !value) return undefined;
  const between = document.text.slice(key.end, value.start);
  return between.includes('\n') ? key.end + between.indexOf(':') + 1 : value.end;
}

function describe(assessed: ScenarioAssessment): string {
  const { nodes, cost } = assessed;
  if (!nodes) return 'not sized';
  return [formatFigure(nodes), cost && formatFigure(cost.perHour), judged(assessed)]
    .filter((piece) => piece !== undefined)
    .join(' · ');
}

/** `2.7 s ✗ <1 s`, `p95 7.84 s ✓? <8 s`; without a target the latency alone. */
function judged(assessed: ScenarioAssessment): string | undefined {
  const { latency, overloaded, servers } = assessed;
  const verdict = verdictOf(assessed);
  const deciding = verdict && decidingObjective(verdict);
  const unknown = servers?.value === 0 ? 'no node left' : overloaded ? 'overloaded' : 'unknown';
  if (!verdict || !deciding) return latency ? formatFigure(latency) : unknown;
  const { objective, figure } = deciding;
  const found = figure ? formatAgainstLimits(figure, [objective]) : unknown;
  const words = `${outcomeMark(verdict)}${surety(verdict)} ${describeLimit(objective)}`;
  switch (objective.kind) {
    case 'latency':
      return `${found} ${words}`;
    case 'budget':
      return `budget ${words}`; // what it costs was just said
    default:
      return `${objective.kind} ${found} ${words}`;
  }
}

/** A missed one where one is; else the one nearest to its limit, or that is not known. */
function decidingObjective(verdict: TargetVerdict): ObjectiveVerdict | undefined {
  const { objectives, outcome } = verdict;
  const deciding = objectives.filter((objective) => objective.outcome === outcome);
  if (outcome === 'misses') return worstMissed(verdict) ?? deciding[0];
  if (outcome === 'unknown') return deciding[0];
  return bindingObjective(verdict) ?? objectives[0];
}

/** Short and in front, since the editor cuts long hints: a hint that is cut must not look verified. */
function surety({ outcome, verified }: TargetVerdict): string {
  return verified || outcome === 'unknown' ? '' : '?';
}

function describeVerdict(assessed: ScenarioAssessment): string | undefined {
  const verdict = verdictOf(assessed);
  return verdict && `${verdict.target.name}: ${describeOutcome(verdict)}`;
}
