/**
 * Judging: one scenario against every objective of a target, and how well each verdict is known. What is
 * met by anything less than measurement, or interpolation between measurements, at the scenario's own
 * load and token lengths, is unverified. A measurement at a load no heavier than the scenario's is a
 * lower bound: it can prove a miss, not a pass.
 */
import type {
  Cost,
  EngineAssessment,
  ObjectiveVerdict,
  ObservationAssessment,
  Outcome,
  TargetVerdict,
  VerdictReason,
} from './assessment';
import { isUpper, keepsLimit } from './bounds';
import type { CurvePoint } from './curve';
import type { Caveat, Figure, Provenance } from './figure';
import type { Objective, Target, Workload } from './plan';
import { atMost } from './rounding';
import { compareTokens } from './tokens';

/** What a fleet does under a workload, as far as objectives bear on it. */
export interface Judged {
  readonly engine: EngineAssessment;
  readonly workload: Workload;
  readonly parallel: number;
  /** Requests in flight on one server; undefined without a steady state. */
  readonly load: number | undefined;
  readonly latency: Figure | undefined;
  /** The latency is no lower than this by what the curve assumes. */
  readonly latencyFloorSeconds: number;
  readonly cost: Cost | undefined;
  readonly overloaded: boolean;
}

export function judgeTarget(target: Target, judged: Judged): TargetVerdict {
  const objectives = target.objectives.map((objective) => judgeObjective(objective, judged));
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

export function judgeObjective(objective: Objective, judged: Judged): ObjectiveVerdict {
  switch (objective.kind) {
    case 'latency':
      return judgeLatency(objective, judged);
    case 'budget':
      return judgeBudget(objective, judged);
    default:
      return unknown(objective, 'not-modelled');
  }
}

function combineOutcomes(verdicts: readonly ObjectiveVerdict[]): Outcome {
  if (verdicts.some(({ outcome }) => outcome === 'misses')) return 'misses';
  if (verdicts.length === 0 || verdicts.some(({ outcome }) => outcome === 'unknown'))
    return 'unknown';
  return 'meets';
}

function judgeLatency(
  objective: Extract<Objective, { limitSeconds: number }>,
  judged: Judged,
): ObjectiveVerdict {
  const { latency } = judged;
  if (judged.overloaded) return overloadedMiss(objective, judged);
  const proof = findProof(objective, judged);
  if (proof) {
    return { objective, outcome: 'misses', verified: true, reasons: [], figure: latency, proof };
  }
  if (!latency) return unknown(objective, 'no-evidence');
  const { limitSeconds, strict } = objective;
  const floorMisses = keepsLimit(judged.latencyFloorSeconds, '>=', limitSeconds, strict) === false;
  const keeps = floorMisses
    ? false
    : keepsLimit(latency.value, latency.bound, limitSeconds, strict);
  if (keeps === undefined) return unknown(objective, 'bound-undecided', latency);
  // what is left out of a balance only makes the latency higher: a miss stays one
  const caveats = keeps
    ? latency.provenance.caveats
    : latency.provenance.caveats.filter((caveat) => !ONLY_RAISES_LATENCY.has(caveat));
  const reasons = reasonsAgainst(latency.provenance, caveats);
  return {
    objective,
    outcome: keeps ? 'meets' : 'misses',
    verified: reasons.length === 0,
    reasons,
    figure: latency,
    proof: undefined,
  };
}

const ONLY_RAISES_LATENCY: ReadonlySet<Caveat> = new Set<Caveat>(['balance-only', 'lighter-load']);

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

/** Arrivals beyond capacity, or no node left to serve: latency has no end. */
function overloadedMiss(objective: Objective, { latency }: Judged): ObjectiveVerdict {
  return {
    objective,
    outcome: 'misses',
    verified: false,
    reasons: ['overloaded'],
    figure: latency,
    proof: undefined,
  };
}

function unknown(objective: Objective, reason: VerdictReason, figure?: Figure): ObjectiveVerdict {
  return {
    objective,
    outcome: 'unknown',
    verified: false,
    reasons: [reason],
    figure,
    proof: undefined,
  };
}

function reasonsAgainst(provenance: Provenance, caveats: readonly Caveat[]): VerdictReason[] {
  const reasons: VerdictReason[] = [];
  if (provenance.known !== 'measured' && provenance.known !== 'stated')
    reasons.push('not-measured');
  if (provenance.reach === 'extrapolated') reasons.push('extrapolated');
  return [...reasons, ...caveats];
}

/** The highest measurement at no heavier a load that alone shows the miss. */
function findProof(
  { limitSeconds, strict }: Extract<Objective, { limitSeconds: number }>,
  judged: Judged,
): ObservationAssessment | undefined {
  let best: CurvePoint | undefined;
  for (const point of judged.engine.curve.points) {
    if (best && best.latency.value >= point.latency.value) continue;
    if (!isLowerBoundFor(judged, point)) continue;
    if (keepsLimit(point.latency.value, '>=', limitSeconds, strict) === false) best = point;
  }
  return best?.observations[0];
}

function isLowerBoundFor({ engine, load, parallel, workload }: Judged, point: CurvePoint): boolean {
  const { bound, provenance } = point.latency;
  if (load === undefined || provenance.known !== 'measured') return false;
  if (provenance.caveats.length > 0 || isUpper(bound) || bound === 'undecided') return false;
  if (!atMost(point.load, Math.min(load, parallel))) return false;
  if (engine.curve.follows === 'parallel' && !atMost(point.at, parallel)) return false;
  return point.observations.every(
    ({ observation }) => compareTokens(observation, workload) === 'same',
  );
}
