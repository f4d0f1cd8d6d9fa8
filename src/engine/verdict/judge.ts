/**
 * Judging: one scenario against every objective of a target, and how well each verdict is known. What is
 * met by anything less than measurement, or interpolation between measurements, at the scenario's own
 * load and token lengths, is unverified; so is what lies so near to the limit that it may as well be on the other
 * side of it (`curveRange.ts`). A measurement at a load no heavier than the scenario's is a
 * lower bound: it can prove a miss, not a pass. One with no less to do, in the same manner, can prove a pass.
 */
import { keepsLimit } from '../figure/bounds';
import { type VerdictReason, reasonsAgainst } from '../figure/reasons';
import { rejectedShare } from '../fleet/evidence';
import type { Figure } from '../figure/figure';
import type { Fleet } from '../fleet/fleet';
import { turnsManyAway } from '../fleet/turnedAway';
import { isBelowFloor, objectiveFloor } from '../hardware/floor';
import { exceedsSlots } from '../hardware/singleSlot';
import type { Objective, Target } from '../plan/plan';
import { judgeTime } from './judgeTime';
import { findPassWithinAnswer } from './judgeWithinAnswer';
import { endlessMiss, unknown } from './objectiveVerdict';
import type { JudgeMode, TargetVerdict, ObjectiveVerdict, Outcome } from './verdict';

export function judgeTarget(target: Target, fleet: Fleet, mode: JudgeMode): TargetVerdict {
  const objectives = target.objectives.map((objective) =>
    judgeObjective(objective, fleet, target, mode),
  );
  const outcome = combineOutcomes(objectives);
  const deciding = objectives.filter((verdict) => verdict.outcome === outcome);
  const verified =
    outcome === 'misses'
      ? deciding.some((verdict) => verdict.verified)
      : deciding.length > 0 && deciding.every((verdict) => verdict.verified);
  return { target, outcome, verified: outcome !== 'unknown' && verified, objectives };
}

/** Every objective unknown, for the same reason: there is no fleet to judge. */
export function leaveUnjudged(target: Target, reason: VerdictReason): TargetVerdict {
  const objectives = target.objectives.map((objective) => unknown(objective, reason));
  return { target, outcome: 'unknown', verified: false, objectives };
}

/** What cannot run as it is planned, or so fast, meets nothing for certain, whatever was measured of it. */
export function judgeObjective(
  objective: Objective,
  fleet: Fleet,
  target: Target,
  mode: JudgeMode,
): ObjectiveVerdict {
  // those who get a place are answered: that the others count as a miss is a rule of ours, no measurement
  const isServed = !fleet.isProvenFull || limitsRejections(target) || !isOfAnswers(objective);
  const verdict = isServed
    ? judgeByEvidence(objective, fleet, mode)
    : { ...endlessMiss(objective, undefined, 'overloaded', fleet), verified: false };
  if (verdict.outcome === 'misses' || verdict.reasons.includes('single-token')) return verdict;
  // the floor is the same for any number of nodes: where it misses, no fleet may stay undecided
  const floor = floorBeyondLimit(objective, fleet);
  if (floor) {
    return {
      ...verdict,
      outcome: 'misses',
      verified: false,
      reasons: ['below-floor'],
      figure: floor,
      proof: undefined,
    };
  }
  if (verdict.outcome !== 'meets') return verdict;
  if (isOfAnswers(objective) && !limitsRejections(target) && isOfSome(verdict, fleet)) {
    return { ...verdict, outcome: 'misses', verified: false, reasons: ['turns-away'] };
  }
  const reasons = mode === 'whole' ? reasonsByHardware(verdict, fleet) : [];
  if (reasons.length === 0) return verdict;
  return { ...verdict, verified: false, reasons: [...reasons, ...verdict.reasons] };
}

/**
 * Floor of the hardware that misses the limit. It counts even if a measurement is below it: another model, quantization
 * or a prefix cache may have been measured.
 */
function floorBeyondLimit(objective: Objective, { model }: Fleet): Figure | undefined {
  if (!('limitSeconds' in objective)) return undefined;
  const floor = objectiveFloor(model.engine.spec, model.workload, objective.kind);
  if (!floor) return undefined;
  const { limitSeconds, strict } = objective;
  const misses = keepsLimit(floor.value, '>=', limitSeconds, strict) === false;
  return misses ? { ...floor, bound: '>=' } : undefined;
}

/** Reasons why a pass is impossible, by the catalogs. */
function reasonsByHardware(
  { objective: { kind }, figure, reasons: known }: ObjectiveVerdict,
  fleet: Fleet,
): readonly VerdictReason[] {
  const { engine, workload } = fleet.model;
  const reasons: VerdictReason[] = [];
  if (fleet.exceedsMemory) reasons.push('exceeds-memory');
  if (exceedsSlots(fleet.parallel, engine.spec)) reasons.push('single-slot');
  const floor = objectiveFloor(engine.spec, workload, kind);
  const isBelow = floor && figure && isBelowFloor(figure.value, floor);
  if (isBelow && !known.includes('beyond-hardware')) reasons.push('below-floor');
  return reasons;
}

/** Of those who are answered, while others are turned away; a measurement that proves a pass had none of them. */
function isOfSome({ proof }: ObjectiveVerdict, fleet: Fleet): boolean {
  return !proof && turnsManyAway(fleet.turnedAway);
}

/** Of what is answered: it says nothing of who is turned away. */
function isOfAnswers({ kind }: Objective): boolean {
  return kind !== 'budget' && kind !== 'rejected';
}

function limitsRejections({ objectives }: Target): boolean {
  return objectives.some(({ kind }) => kind === 'rejected');
}

function judgeByEvidence(objective: Objective, fleet: Fleet, mode: JudgeMode): ObjectiveVerdict {
  switch (objective.kind) {
    case 'budget':
      return judgeBudget(objective, fleet);
    case 'rejected':
      return judgeRejected(objective, fleet);
    default: {
      const verdict = judgeTime(objective, fleet, mode);
      const isOpen = verdict.outcome !== 'misses' && !verdict.verified && mode === 'whole';
      const pass = isOpen ? findPassWithinAnswer(objective, fleet) : undefined;
      return pass && (pass.verified || verdict.outcome === 'unknown') ? pass : verdict;
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
  fleet: Fleet,
): ObjectiveVerdict {
  if (fleet.servers.value <= 0) return endlessMiss(objective, undefined, 'none-serves', fleet);
  const figure = rejectedShare(fleet);
  if (!figure) return unknown(objective, 'no-evidence');
  const keeps = keepsLimit(figure.value, figure.bound, objective.limitShare, objective.strict);
  if (keeps === undefined) return unknown(objective, 'bound-undecided', figure);
  const reasons = reasonsAgainst(figure.provenance, figure.provenance.caveats);
  const outcome = keeps ? 'meets' : 'misses';
  return { objective, outcome, verified: reasons.length === 0, reasons, figure, proof: undefined };
}

function judgeBudget(
  objective: Extract<Objective, { kind: 'budget' }>,
  { cost }: Fleet,
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
