/**
 * Judges a time: latency, a percentile, a time of tokens. A measurement decides first, if it can. Otherwise the best
 * evidence decides, and the verdict is verified if there is no doubt.
 */
import { allPoints, type CurvePoint } from '../curve/curve';
import { isUpper, keepsLimit } from '../figure/bounds';
import type { Caveat, Figure } from '../figure/figure';
import { reasonsAgainst, ONLY_RAISES_LATENCY } from '../figure/reasons';
import type { MeasuredBound } from '../fleet/measuredBound';
import { lowestOf, type Evidence } from '../fleet/observedEvidence';
import { compareTokens } from '../observation/tokens';
import type { Objective, TimeObjective } from '../plan/plan';
import { atMost } from '../util/rounding';
import type { Judged } from './judged';
import { endlessMiss, unknown } from './objectiveVerdict';
import type { ObjectiveVerdict } from './verdict';

export type TimeLimit = Extract<Objective, { limitSeconds: number }>;

export function judgeTime(objective: TimeLimit, judged: Judged): ObjectiveVerdict {
  const evidence = judged.evidenceFor(objective.kind);
  const figure = evidence?.figure;
  if (judged.noneServes)
    return endlessMiss(objective, figure, 'none-serves', judged.overloadDoubts());
  if (judged.overloaded)
    return endlessMiss(objective, figure, 'overloaded', judged.overloadDoubts());
  if (objective.kind === 'tpot' && hasNoSecondToken(judged))
    return unknown(objective, 'single-token');
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
  if (!evidence || !figure) {
    const isUndecided = judged.isCapacityUndecided(objective.kind);
    return unknown(objective, isUndecided ? 'capacity-undecided' : 'no-evidence');
  }
  const { limitSeconds, strict } = objective;
  const floorMisses = keepsLimit(evidence.floor, '>=', limitSeconds, strict) === false;
  if (floorMisses && isUpper(figure.bound)) {
    const lowest = { ...evidence, figure: lowestOf(evidence) };
    return judgeFigure(objective, judged, lowest, false, proof);
  }
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
  return judgeFigure(objective, judged, evidence, keeps, proof);
}

/** Judges by the best evidence and lists the doubts. */
function judgeFigure(
  objective: TimeLimit,
  judged: Judged,
  evidence: Evidence,
  keeps: boolean,
  proof: CurvePoint | undefined,
): ObjectiveVerdict {
  const { limitSeconds, strict } = objective;
  const { figure } = evidence;
  const ceiling = keeps ? evidence.ceiling?.() : undefined;
  if (ceiling && keepsLimit(ceiling.value, 'exact', limitSeconds, strict) === false) {
    return { ...unknown(objective, 'chance-left-out', figure), ceiling };
  }
  // what average load leaves out only makes the latency higher: a miss stays a miss
  const harmless = keeps ? ONLY_LOWERS_LATENCY : ONLY_RAISES_LATENCY;
  const caveats = (ceiling ?? figure).provenance.caveats.filter(
    // the ceiling includes what the figure leaves out
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

/** Tells if answers have one token, and so no time per token. */
export function hasNoSecondToken({ workload: { outputTokens } }: Judged): boolean {
  return outputTokens !== undefined && outputTokens.value <= 1;
}

/**
 * Tells if a figure was observed at a heavier load. A lighter load is no slower, so it is an upper bound and proves a
 * pass too.
 */
function isOfHeavierLoad({ bound, provenance }: Figure): boolean {
  return isUpper(bound) && !provenance.caveats.includes('throughput-may-fall');
}

/**
 * Tells if measurements at the load, or on both sides of it, prove a pass. A slower one at a lighter load contradicts
 * it.
 */
function showsPass(
  { limitSeconds, strict }: TimeLimit,
  { value, bound, provenance }: Figure,
): boolean {
  const { known, reach, caveats } = provenance;
  if (known !== 'measured' || reach === 'extrapolated' || caveats.length > 0) return false;
  return bound === 'exact' && keepsLimit(value, bound, limitSeconds, strict) === true;
}

/** Measurement at equal or higher load per server that proves the pass without others. */
function findPass(
  { kind, limitSeconds, strict }: TimeLimit,
  { measuredBound }: Judged,
): MeasuredBound | undefined {
  const measured = measuredBound(kind);
  if (!measured) return undefined;
  const { value, bound } = measured.figure;
  return keepsLimit(value, bound, limitSeconds, strict) ? measured : undefined;
}

/** Tells if the true value between measurements may be on the other side of the limit. */
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

/** Tells if a miss vanishes without the queueing delay of the measurements. */
function mayHaveWaited(
  { kind, limitSeconds, strict }: TimeLimit,
  { measuredWaiting }: Judged,
  { figure, restsOn }: Evidence,
): boolean {
  const waiting = Math.max(0, ...restsOn.map((point) => measuredWaiting(kind, point)));
  if (waiting === 0) return false;
  return keepsLimit(figure.value - waiting, 'exact', limitSeconds, strict) !== false;
}

/** Points that may prove a miss. A measurement can show the mean latency even if that of the fleet is unknown. */
function pointsOf(kind: TimeObjective, { engine }: Judged): readonly CurvePoint[] {
  return kind === 'latency' ? allPoints(engine.curve) : [];
}

const ONLY_LOWERS_LATENCY: ReadonlySet<Caveat> = new Set<Caveat>(['slots-free-at-times']);

/** Highest measurement at no heavier a load that proves the miss without others. */
function findProof(
  { kind, limitSeconds, strict }: TimeLimit,
  judged: Judged,
  points: readonly CurvePoint[],
): CurvePoint | undefined {
  const isMiss = (seconds: number): boolean =>
    keepsLimit(seconds, '>=', limitSeconds, strict) === false;
  let best: CurvePoint | undefined;
  for (const point of points) {
    if (best && best.latency.value >= point.latency.value) continue;
    const { value } = point.latency;
    // the limit first: most points meet it, and a number is quickly compared
    if (!isMiss(value) || !isLowerBoundFor(judged, point)) continue;
    if (isMiss(value - judged.measuredWaiting(kind, point))) best = point;
  }
  return best;
}

/**
 * Tells if the scenario reaches the load of a point. With answers no slower than at the point, as much would be in
 * flight. Only the point counts: the load of a scenario may be based on a guess, and then proves nothing.
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
    point.observations.every(({ observation }) => judged.wasLoadedAtMost(observation));
  if (!isLighter) return false;
  if (engine.curve.follows === 'parallel' && !atMost(point.at, parallel)) return false;
  return point.observations.every(
    ({ observation }) => compareTokens(observation, workload) === 'same',
  );
}
