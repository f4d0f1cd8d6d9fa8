/**
 * Judging: one scenario against every objective of a target, and how well each verdict is known. What is
 * met by anything less than measurement, or interpolation between measurements, at the scenario's own
 * load and token lengths, is unverified; so is what lies so near to the limit that it may as well be on the other
 * side of it (`curveRange.ts`). A measurement at a load no heavier than the scenario's is a
 * lower bound: it can prove a miss, not a pass. One with no less to do, in the same manner, can prove a pass.
 */
import type {
  Cost,
  EngineAssessment,
  ObjectiveVerdict,
  Outcome,
  TargetVerdict,
  VerdictReason,
} from './assessment';
import { isUpper, keepsLimit } from './bounds';
import { allPoints, type CurvePoint } from './curve';
import type { CurveRange } from './curveRange';
import type { Caveat, Figure, Provenance } from './figure';
import type { Evidence } from './evidence';
import { isBelowFloor } from './floor';
import type { MeasuredBound } from './measuredBound';
import type { Objective, Observation, Target, TimeObjective, Workload } from './plan';
import { atMost } from './rounding';
import { compareTokens } from './tokens';
import { turnsManyAway } from './turnedAway';

/** What a fleet does under a workload, as far as objectives bear on it. */
export interface Judged {
  readonly engine: EngineAssessment;
  readonly workload: Workload;
  readonly parallel: number;
  /** Requests in flight on one server, or at least so many; undefined where not even that is known. */
  readonly load: number | undefined;
  /** Requests in flight on one server, were this its mean latency in seconds. */
  readonly loadAt: (latencySeconds: number) => number;
  /** What a time objective is held against; undefined where nothing known bears on it. */
  readonly evidenceFor: (quantity: TimeObjective) => Evidence | undefined;
  /** What a measurement with no less to do for a server shows of a time. */
  readonly measuredBound: (quantity: TimeObjective) => MeasuredBound | undefined;
  /** Whether requests of an observation came as those of the fleet do, and no more of them to a server. */
  readonly hadNoMoreToDo: (observation: Observation) => boolean;
  /** How much of a measured time may be waiting that the fleet need not have; seconds. */
  readonly measuredWaiting: (quantity: TimeObjective, point: CurvePoint) => number;
  readonly rejectedShare: () => Figure | undefined;
  readonly cost: Cost | undefined;
  readonly overloaded: boolean;
  /** More is asked for than there is room for: the rest is turned away. */
  readonly isSurelyFull: boolean;
  /** Share of the requests that are turned away; undefined where hardly any is. */
  readonly turnedAway: () => Figure | undefined;
  /** With the spare nodes gone no node is left. */
  readonly noneServes: boolean;
  /** A server needs more memory than it has, by the catalogs. */
  readonly exceedsMemory: boolean;
  /** Least seconds by the catalogs; undefined where they do not tell. */
  readonly hardwareFloor: (kind: Objective['kind']) => Figure | undefined;
  /** How far a time may be off, as shares of it; undefined where it was observed itself. */
  readonly rangeOf: (quantity: TimeObjective) => CurveRange | undefined;
}

type TimeLimit = Extract<Objective, { limitSeconds: number }>;

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

/** Every objective unknown, for the same reason: there is no fleet to judge. */
export function leaveUnjudged(target: Target, reason: VerdictReason): TargetVerdict {
  const objectives = target.objectives.map((objective) => unknown(objective, reason));
  return { target, outcome: 'unknown', verified: false, objectives };
}

/** What cannot run as it is planned, or so fast, meets nothing for certain, whatever was measured of it. */
export function judgeObjective(
  objective: Objective,
  judged: Judged,
  target: Target,
): ObjectiveVerdict {
  const isServed = !judged.isSurelyFull || limitsRejections(target) || !isOfAnswers(objective);
  const verdict = isServed
    ? judgeByEvidence(objective, judged)
    : endlessMiss(objective, undefined, 'overloaded');
  if (verdict.outcome !== 'meets') return verdict;
  if (isOfAnswers(objective) && !limitsRejections(target) && isOfSome(verdict, judged)) {
    return { ...verdict, outcome: 'misses', verified: false, reasons: ['turns-away'] };
  }
  const reasons: VerdictReason[] = [];
  if (judged.exceedsMemory) reasons.push('exceeds-memory');
  const floor = judged.hardwareFloor(objective.kind);
  if (floor && verdict.figure && isBelowFloor(verdict.figure.value, floor)) {
    reasons.push('below-floor');
  }
  if (reasons.length === 0) return verdict;
  return { ...verdict, verified: false, reasons: [...reasons, ...verdict.reasons] };
}

/** Of those who are answered, while others are turned away; a measurement that proves a pass had none of them. */
function isOfSome({ proof }: ObjectiveVerdict, judged: Judged): boolean {
  return !proof && turnsManyAway(judged.turnedAway());
}

/** Of what is answered: it says nothing of who is turned away. */
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
    default:
      return judgeTime(objective, judged);
  }
}

function combineOutcomes(verdicts: readonly ObjectiveVerdict[]): Outcome {
  if (verdicts.some(({ outcome }) => outcome === 'misses')) return 'misses';
  if (verdicts.length === 0 || verdicts.some(({ outcome }) => outcome === 'unknown'))
    return 'unknown';
  return 'meets';
}

function judgeTime(objective: TimeLimit, judged: Judged): ObjectiveVerdict {
  const evidence = judged.evidenceFor(objective.kind);
  const figure = evidence?.figure;
  if (judged.noneServes) return endlessMiss(objective, figure, 'none-serves');
  if (judged.overloaded) return endlessMiss(objective, figure, 'overloaded');
  const proof = findProof(objective, judged, evidence?.points ?? pointsOf(objective.kind, judged));
  const isContradicted = figure !== undefined && showsPass(objective, figure);
  if (proof && !isContradicted) {
    const [shows] = proof.observations;
    const proofFigure = proof.latency;
    return {
      objective,
      outcome: 'misses',
      verified: true,
      reasons: [],
      figure,
      proof: shows,
      proofFigure,
    };
  }
  if (!evidence || !figure) return unknown(objective, 'no-evidence');
  const { limitSeconds, strict } = objective;
  const floorMisses = keepsLimit(evidence.floor, '>=', limitSeconds, strict) === false;
  const keeps = floorMisses ? false : keepsLimit(figure.value, figure.bound, limitSeconds, strict);
  const pass = keeps === false ? undefined : findPass(objective, judged);
  if (pass) {
    const { observation, figure: proofFigure } = pass;
    return {
      objective,
      outcome: 'meets',
      verified: true,
      reasons: [],
      figure,
      proof: observation,
      proofFigure,
    };
  }
  if (keeps === undefined) return unknown(objective, 'bound-undecided', figure);
  const ceiling = keeps ? evidence.ceiling?.() : undefined;
  if (ceiling && keepsLimit(ceiling.value, 'exact', limitSeconds, strict) === false) {
    return { ...unknown(objective, 'chance-left-out', figure), ceiling };
  }
  // what is left out of a balance only makes the latency higher: a miss stays one
  const harmless = keeps ? ONLY_LOWERS_LATENCY : ONLY_RAISES_LATENCY;
  const caveats = (ceiling ?? figure).provenance.caveats.filter(
    // the ceiling has in it what the figure leaves out
    (caveat) => !harmless.has(caveat) && !(ceiling && caveat === 'chance-left-out'),
  );
  const reasons = reasonsAgainst(figure.provenance, caveats).filter(
    (reason) => reason !== 'extrapolated' || !(keeps && isOfHeavierLoad(figure)),
  );
  if (reasons.length === 0 && isWithinRange(objective, figure, keeps, judged)) {
    reasons.push('within-band');
  }
  if (!keeps && mayHaveWaited(objective, judged, evidence)) reasons.push('measured-waiting');
  if (proof) reasons.push('lighter-was-slower');
  return {
    objective,
    outcome: keeps ? 'meets' : 'misses',
    verified: reasons.length === 0,
    reasons,
    figure,
    proof: undefined,
    ...(ceiling && { ceiling }),
  };
}

/** What was observed at a heavier load is no faster at a lighter one: an upper bound, which shows a pass as well. */
function isOfHeavierLoad({ bound, provenance }: Figure): boolean {
  return isUpper(bound) && !provenance.caveats.includes('throughput-may-fall');
}

/** Measured at its load, or on both sides of it, to keep to the limit: a slower one at a lighter load contradicts it. */
function showsPass(
  { limitSeconds, strict }: TimeLimit,
  { value, bound, provenance }: Figure,
): boolean {
  const { known, reach, caveats } = provenance;
  if (known !== 'measured' || reach === 'extrapolated' || caveats.length > 0) return false;
  return bound === 'exact' && keepsLimit(value, bound, limitSeconds, strict) === true;
}

/** A measurement with no less to do that alone shows that the limit is kept. */
function findPass(
  { kind, limitSeconds, strict }: TimeLimit,
  { measuredBound }: Judged,
): MeasuredBound | undefined {
  const measured = measuredBound(kind);
  if (!measured) return undefined;
  const { value, bound } = measured.figure;
  return keepsLimit(value, bound, limitSeconds, strict) ? measured : undefined;
}

/** What lies between measurements may as well be on the other side of the limit. */
function isWithinRange(
  { kind, limitSeconds, strict }: TimeLimit,
  { value, bound }: Figure,
  keeps: boolean,
  { rangeOf }: Judged,
): boolean {
  const range = bound === 'exact' ? rangeOf(kind) : undefined;
  if (!range) return false;
  const far = value * (keeps ? range.high : range.low);
  return keepsLimit(far, 'exact', limitSeconds, strict) !== keeps;
}

/** Without what the measurements may have waited the limit would be kept. */
function mayHaveWaited(
  { kind, limitSeconds, strict }: TimeLimit,
  { measuredWaiting }: Judged,
  { figure, restsOn }: Evidence,
): boolean {
  const waiting = Math.max(0, ...restsOn.map((point) => measuredWaiting(kind, point)));
  if (waiting === 0) return false;
  return keepsLimit(figure.value - waiting, 'exact', limitSeconds, strict) !== false;
}

/** A measurement bears on the mean latency even where the fleet's own cannot be told. */
function pointsOf(kind: TimeObjective, { engine }: Judged): readonly CurvePoint[] {
  return kind === 'latency' ? allPoints(engine.curve) : [];
}

function judgeRejected(
  objective: Extract<Objective, { kind: 'rejected' }>,
  { rejectedShare, noneServes }: Judged,
): ObjectiveVerdict {
  if (noneServes) return endlessMiss(objective, undefined, 'none-serves');
  const figure = rejectedShare();
  if (!figure) return unknown(objective, 'no-evidence');
  const keeps = keepsLimit(figure.value, figure.bound, objective.limitShare, objective.strict);
  if (keeps === undefined) return unknown(objective, 'bound-undecided', figure);
  const reasons = reasonsAgainst(figure.provenance, figure.provenance.caveats);
  const outcome = keeps ? 'meets' : 'misses';
  return { objective, outcome, verified: reasons.length === 0, reasons, figure, proof: undefined };
}

const ONLY_RAISES_LATENCY: ReadonlySet<Caveat> = new Set<Caveat>([
  'balance-only',
  'chance-left-out',
  'lighter-load',
]);
const ONLY_LOWERS_LATENCY: ReadonlySet<Caveat> = new Set<Caveat>(['slots-free-at-times']);

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
function endlessMiss(
  objective: Objective,
  figure: Figure | undefined,
  reason: 'overloaded' | 'none-serves',
): ObjectiveVerdict {
  return {
    objective,
    outcome: 'misses',
    verified: false,
    reasons: [reason],
    figure,
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
  { kind, limitSeconds, strict }: TimeLimit,
  judged: Judged,
  points: readonly CurvePoint[],
): CurvePoint | undefined {
  let best: CurvePoint | undefined;
  for (const point of points) {
    if (best && best.latency.value >= point.latency.value) continue;
    if (!isLowerBoundFor(judged, point)) continue;
    const isMiss = (seconds: number): boolean =>
      keepsLimit(seconds, '>=', limitSeconds, strict) === false;
    const { value } = point.latency;
    if (!isMiss(value)) continue;
    if (isMiss(value - judged.measuredWaiting(kind, point))) best = point;
  }
  return best;
}

/**
 * By the point alone: were answers no slower than they were there, as much would be in flight. The load of a
 * scenario may rest on a guess, and then proves nothing.
 */
function isReached({ loadAt }: Judged, { load, observations }: CurvePoint): boolean {
  const means = observations.map(({ observation }) => observation.latencySeconds?.value);
  const [mean] = means;
  return mean === undefined || means.length > 1 || atMost(load, loadAt(mean));
}

function isLowerBoundFor(judged: Judged, point: CurvePoint): boolean {
  const { engine, load, parallel, workload } = judged;
  const { bound, provenance } = point.latency;
  if (load === undefined || provenance.known !== 'measured') return false;
  if (provenance.caveats.length > 0 || isUpper(bound) || bound === 'undecided') return false;
  const isLighter =
    (atMost(point.load, Math.min(load, parallel)) && isReached(judged, point)) ||
    point.observations.every(({ observation }) => judged.hadNoMoreToDo(observation));
  if (!isLighter) return false;
  if (engine.curve.follows === 'parallel' && !atMost(point.at, parallel)) return false;
  return point.observations.every(
    ({ observation }) => compareTokens(observation, workload) === 'same',
  );
}
