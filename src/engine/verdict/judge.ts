/**
 * Judges one scenario against every objective of a target, and decides how well each verdict is known.
 *
 * - Verified: met by measurement, or interpolation between measurements, at the scenario's own load and token
 *   lengths. A value too near to the limit is unverified (`curveRange.ts`).
 * - A measurement at a load no heavier than the scenario's is a lower bound: it can prove a miss, not a pass.
 * - A measurement at equal or higher load per server, with the same kind of arrivals, can prove a pass.
 */
import { keepsLimit } from '../figure/bounds';
import { type VerdictReason, reasonsAgainst } from '../figure/reasons';
import { turnsManyAway } from '../fleet/turnedAway';
import { isBelowFloor } from '../hardware/floor';
import type { Objective, Target } from '../plan/plan';
import { judgeTime } from './judgeTime';
import { findPassWithinAnswer } from './judgeWithinAnswer';
import type { Judged } from './judged';
import { endlessMiss, unknown } from './objectiveVerdict';
import type { TargetVerdict, ObjectiveVerdict, Outcome } from './verdict';

export function judgeTarget(target: Target, judged: Judged): TargetVerdict {
  const objectives = target.objectives.map((objective) =>
    judgeObjective(objective, judged, target),
  );
  const outcome = combineOutcomes(objectives);
  const deciding = objectives.filter((verdict) => verdict.outcome === outcome);
  const verified =
    outcome === 'misses'
      ? deciding.some((verdict) => verdict.verified)
      : deciding.length > 0 && deciding.every((verdict) => verdict.verified);
  return { target, outcome, verified: outcome !== 'unknown' && verified, objectives };
}

/** Makes every objective unknown, for the same reason: there is no fleet to judge. */
export function leaveUnjudged(target: Target, reason: VerdictReason): TargetVerdict {
  const objectives = target.objectives.map((objective) => unknown(objective, reason));
  return { target, outcome: 'unknown', verified: false, objectives };
}

/**
 * Judges one objective. A pass is unverified if the scenario cannot run as planned or is faster than its hardware,
 * whatever was measured.
 */
export function judgeObjective(
  objective: Objective,
  judged: Judged,
  target: Target,
): ObjectiveVerdict {
  const isServed = !judged.isProvenFull || limitsRejections(target) || !isOfAnswers(objective);
  const verdict = isServed ? judgeByEvidence(objective, judged) : fullMiss(objective, judged);
  if (verdict.outcome !== 'meets') return verdict;
  if (isOfAnswers(objective) && !limitsRejections(target) && isOfSome(verdict, judged)) {
    return { ...verdict, outcome: 'misses', verified: false, reasons: ['turns-away'] };
  }
  const reasons: VerdictReason[] = [];
  if (judged.exceedsMemory) reasons.push('exceeds-memory');
  if (judged.exceedsSlots) reasons.push('single-slot');
  const floor = judged.hardwareFloor(objective.kind);
  if (floor && verdict.figure && isBelowFloor(verdict.figure.value, floor)) {
    reasons.push('below-floor');
  }
  if (reasons.length === 0) return verdict;
  return { ...verdict, verified: false, reasons: [...reasons, ...verdict.reasons] };
}

/**
 * Miss of a full queue. Requests that get a place are answered. Counting the others as a miss is a rule, not a
 * measurement.
 */
function fullMiss(objective: Objective, { overloadDoubts }: Judged): ObjectiveVerdict {
  return { ...endlessMiss(objective, undefined, 'overloaded', overloadDoubts()), verified: false };
}

/**
 * Tells if a verdict is about answered requests while many others are rejected. A measurement that proves a pass had no
 * rejections.
 */
function isOfSome({ proof }: ObjectiveVerdict, judged: Judged): boolean {
  return !proof && turnsManyAway(judged.turnedAway());
}

/** Tells if an objective is about answers: it says nothing of rejected requests. */
function isOfAnswers({ kind }: Objective): boolean {
  return kind !== 'budget' && kind !== 'rejected';
}

function limitsRejections({ objectives }: Target): boolean {
  return objectives.some(({ kind }) => kind === 'rejected');
}

function judgeByEvidence(objective: Objective, judged: Judged): ObjectiveVerdict {
  switch (objective.kind) {
    case 'budget':
      return judgeBudget(objective, judged);
    case 'rejected':
      return judgeRejected(objective, judged);
    default: {
      const verdict = judgeTime(objective, judged);
      const isOpen = verdict.outcome === 'unknown' && judged.looksWithinAnswers;
      return isOpen ? (findPassWithinAnswer(objective, judged) ?? verdict) : verdict;
    }
  }
}

function combineOutcomes(verdicts: readonly ObjectiveVerdict[]): Outcome {
  if (verdicts.some(({ outcome }) => outcome === 'misses')) return 'misses';
  if (verdicts.length === 0 || verdicts.some(({ outcome }) => outcome === 'unknown'))
    return 'unknown';
  return 'meets';
}

function judgeRejected(
  objective: Extract<Objective, { kind: 'rejected' }>,
  { rejectedShare, noneServes, overloadDoubts }: Judged,
): ObjectiveVerdict {
  if (noneServes) return endlessMiss(objective, undefined, 'none-serves', overloadDoubts());
  const figure = rejectedShare();
  if (!figure) return unknown(objective, 'no-evidence');
  const keeps = keepsLimit(figure.value, figure.bound, objective.limitShare, objective.strict);
  if (keeps === undefined) return unknown(objective, 'bound-undecided', figure);
  const reasons = reasonsAgainst(figure.provenance, figure.provenance.caveats);
  const outcome = keeps ? 'meets' : 'misses';
  return { objective, outcome, verified: reasons.length === 0, reasons, figure, proof: undefined };
}

function judgeBudget(
  objective: Extract<Objective, { kind: 'budget' }>,
  { cost }: Judged,
): ObjectiveVerdict {
  if (!cost) return unknown(objective, 'no-price');
  const { perHour } = cost;
  if (typeof perHour.unit !== 'object' || perHour.unit.currency !== objective.currency) {
    return unknown(objective, 'other-currency', perHour);
  }
  const keeps = keepsLimit(perHour.value, perHour.bound, objective.limitPerHour, objective.strict);
  if (keeps === undefined) return unknown(objective, 'bound-undecided', perHour);
  const { provenance } = perHour;
  const reasons =
    provenance.known === 'stated' && provenance.caveats.length === 0
      ? []
      : reasonsAgainst(provenance, provenance.caveats);
  const outcome = keeps ? 'meets' : 'misses';
  return {
    objective,
    outcome,
    verified: reasons.length === 0,
    reasons,
    figure: perHour,
    proof: undefined,
  };
}
