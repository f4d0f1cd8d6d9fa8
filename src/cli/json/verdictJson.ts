/** Writes the verdict on a scenario for each target and objective as JSON. */
import type { TargetVerdict, ObjectiveVerdict, Outcome } from '../../engine/verdict/verdict';
import { formatAgainstLimits } from '../../messages/formatAgainstLimits';
import { describeReason } from '../../messages/verdictReasons';
import { describeObjective, describeOutcome } from '../../messages/verdicts';

export interface VerdictJson {
  readonly target: string;
  readonly outcome: Outcome;
  readonly verified: boolean;
  /** Text such as `likely misses`. */
  readonly text: string;
  readonly objectives: readonly ObjectiveJson[];
}

export interface ObjectiveJson {
  readonly kind: string;
  /** Text such as `latency <1 s`. */
  readonly text: string;
  readonly path: string;
  readonly strict: boolean;
  readonly outcome: Outcome;
  readonly verified: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  /** Text that was compared with the limit, or null if nothing was known. */
  readonly found: string | null;
  /** Key path of the measurement that alone proves the miss or the pass. */
  readonly proof: string | null;
}

export function verdictJson(verdict: TargetVerdict): VerdictJson {
  const { target, outcome, verified, objectives } = verdict;
  return {
    target: target.name,
    outcome,
    verified,
    text: describeOutcome(verdict),
    objectives: objectives.map(objectiveJson),
  };
}

function objectiveJson(verdict: ObjectiveVerdict): ObjectiveJson {
  const { objective, outcome, verified, reasons, figure, proof } = verdict;
  return {
    kind: objective.kind,
    text: describeObjective(objective),
    path: objective.path,
    strict: objective.strict,
    outcome,
    verified,
    reasons: reasons.map((code) => ({ code, text: describeReason(code, verdict) })),
    found: figure ? formatAgainstLimits(figure, [objective]) : null,
    proof: proof?.observation.path ?? null,
  };
}
