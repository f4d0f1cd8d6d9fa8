/** Builds the inlay hint behind each scenario: its nodes, its cost, and the deciding figure. */
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

export interface Hint {
  /** Where it stands, in the text as it is now. */
  readonly offset: number;
  readonly text: string;
  /** Verdict in words: `likely misses strict`. */
  readonly tooltip: string | undefined;
}

/**
 * Returns `125 nodes · $187.50/h · 2.7 s ✗ <1 s` for each scenario. An unverified pass never looks verified.
 * @param lastGood The last analysis with an assessment. Its hints stay, marked, while the text is broken.
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

/** Returns the place behind `{ … }`, or behind the colon if the scenario's keys are on lines of their own. */
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

/** Writes `2.7 s ✗ <1 s` or `p95 7.84 s ✓? <8 s`, or the latency alone without a target. */
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
      return `budget ${words}`; // the cost is already in the hint
    default:
      return `${objective.kind} ${found} ${words}`;
  }
}

/** Returns a missed objective if there is one, else an unknown one or the one nearest to its limit. */
function decidingObjective(verdict: TargetVerdict): ObjectiveVerdict | undefined {
  const { objectives, outcome } = verdict;
  const deciding = objectives.filter((objective) => objective.outcome === outcome);
  if (outcome === 'misses') return worstMissed(verdict) ?? deciding[0];
  if (outcome === 'unknown') return deciding[0];
  return bindingObjective(verdict) ?? objectives[0];
}

/** Returns a short mark for the front. The editor cuts long hints, and a cut hint must not look verified. */
function surety({ outcome, verified }: TargetVerdict): string {
  return verified || outcome === 'unknown' ? '' : '?';
}

function describeVerdict(assessed: ScenarioAssessment): string | undefined {
  const verdict = verdictOf(assessed);
  return verdict && `${verdict.target.name}: ${describeOutcome(verdict)}`;
}
