/**
 * Judging a time: latency, a percentile, a time of tokens. A measurement alone decides where it can; else the best that
 * is known does, and is verified as far as nothing speaks against it.
 */
import { allPoints, type CurvePoint } from '../curve/curve';
import { curveOf } from '../curve/quantityCurves';
import { isUpper, keepsLimit } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { reasonsAgainst, REASONS } from '../figure/reasons';
import { isBeyondObserved } from '../figure/provenance';
import { evidenceFor } from '../fleet/evidence';
import type { Fleet } from '../fleet/fleet';
import type { MeasuredBound } from '../fleet/measuredBound';
import { lowestOf, type Evidence } from '../fleet/observedEvidence';
import { isLatencyPercentile, partsOf } from '../plan/objectives';
import type { TimeObjective } from '../plan/plan';
import { isMeasured } from '../plan/sources';
import { atMost } from '../util/rounding';
import { findMissProof } from './missProof';
import { endlessMiss, unknown } from './objectiveVerdict';
import type { JudgeMode, ObjectiveVerdict, TimeLimit } from './verdict';
import { bandOf, isWithinRange, rangeOf } from './withinRange';

export function judgeTime(objective: TimeLimit, fleet: Fleet, mode: JudgeMode): ObjectiveVerdict {
  const evidence = evidenceFor(fleet, objective.kind);
  const figure = evidence?.figure;
  if (fleet.servers.value <= 0) return endlessMiss(objective, figure, 'none-serves', fleet);
  if (fleet.overloaded) return endlessMiss(objective, figure, 'overloaded', fleet);
  if (partsOf(objective.kind).of === 'tpot' && hasNoSecondToken(fleet))
    return unknown(objective, 'single-token');
  const points = evidence?.points ?? pointsOf(objective.kind, fleet);
  const proof = findMissProof(objective, fleet, points);
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
    const isUndecided = fleet.isCapacityUndecided && isObserved(fleet, objective.kind);
    return unknown(objective, isUndecided ? 'capacity-undecided' : 'no-evidence');
  }
  const { limitSeconds, strict } = objective;
  const floorMisses = keepsLimit(evidence.floor, '>=', limitSeconds, strict) === false;
  if (floorMisses && isUpper(figure.bound)) {
    const lowest = { ...evidence, figure: lowestOf(evidence) };
    return judgeFigure(objective, fleet, lowest, mode, false, proof);
  }
  const keeps = floorMisses ? false : keepsLimit(figure.value, figure.bound, limitSeconds, strict);
  const pass = keeps === false ? undefined : findPass(objective, fleet);
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
  return judgeFigure(objective, fleet, evidence, mode, keeps, proof);
}

/** By the best that is known, as far as nothing speaks against it. */
function judgeFigure(
  objective: TimeLimit,
  fleet: Fleet,
  evidence: Evidence,
  mode: JudgeMode,
  keeps: boolean,
  proof: CurvePoint | undefined,
): ObjectiveVerdict {
  const { figure } = evidence;
  // what is left out of a balance only makes the latency higher: a miss stays one
  const harmless = keeps ? 'lower' : 'higher';
  const caveats = figure.provenance.caveats.filter((caveat) => REASONS[caveat].truth !== harmless);
  const isShown =
    keeps &&
    !evidence.isOf &&
    (isOfHeavierLoad(figure) || keepsAtHeavierLoad(objective, fleet, evidence));
  const reasons = reasonsAgainst(figure.provenance, caveats).filter(
    (reason) => reason !== 'extrapolated' || !isShown,
  );
  const range =
    mode !== 'expected' && (figure.bound === 'exact' || evidence.isOf)
      ? rangeOf(fleet, evidence.isOf ?? objective.kind, figure)
      : undefined;
  const band = range && mode === 'whole' ? bandOf(figure, range) : undefined;
  if (range && isWithinRange(objective, figure.value, keeps, range)) {
    return {
      ...unknown(objective, 'within-band', figure),
      reasons: ['within-band', ...reasons],
      ...(band && { band }),
    };
  }
  if (!keeps && mayHaveWaited(objective, fleet, evidence)) reasons.push('measured-waiting');
  if (proof) reasons.push('lighter-was-slower');
  return {
    objective,
    outcome: keeps ? 'meets' : 'misses',
    verified: reasons.length === 0,
    reasons,
    figure,
    proof: undefined,
    ...(band && { band }),
  };
}

/** Of answers of one token there is no time per token. */
export function hasNoSecondToken({ model }: Fleet): boolean {
  const { outputTokens } = model.workload;
  return outputTokens !== undefined && outputTokens.value <= 1;
}

/** What was observed at a heavier load is no faster at a lighter one: an upper bound, which shows a pass as well. */
function isOfHeavierLoad({ bound, provenance }: Figure): boolean {
  return isUpper(bound) && !provenance.caveats.includes('throughput-may-fall');
}

/** Tells if the limit would be kept even at the time that was measured at the next heavier load. */
function keepsAtHeavierLoad(
  { limitSeconds, strict }: TimeLimit,
  { load, model }: Fleet,
  { figure, reading, points }: Evidence,
): boolean {
  const { engine, parallel } = model;
  const at =
    engine.curve.follows === 'parallel' ? parallel : load && Math.min(load.value, parallel);
  if (at === undefined || !reading || figure.bound !== 'exact') return false;
  const heavier = points.find((point) => atMost(at, point.at) && isMeasuredExactly(point));
  if (!heavier) return false;
  // what was added for chance grows with it
  const seconds = figure.value * Math.max(1, heavier.latency.value / reading.value);
  return keepsLimit(seconds, 'exact', limitSeconds, strict) === true;
}

function isMeasuredExactly({ latency: { bound, provenance } }: CurvePoint): boolean {
  return bound === 'exact' && isMeasured(provenance.known) && provenance.caveats.length === 0;
}

/** Measured at its load, or on both sides of it, to keep to the limit: a slower one at a lighter load contradicts it. */
function showsPass(
  { limitSeconds, strict }: TimeLimit,
  { value, bound, provenance }: Figure,
): boolean {
  const { known, caveats } = provenance;
  if (!isMeasured(known) || isBeyondObserved(provenance) || caveats.length > 0) return false;
  return bound === 'exact' && keepsLimit(value, bound, limitSeconds, strict) === true;
}

/** A measurement with no less to do that alone shows that the limit is kept. */
function findPass(
  { kind, limitSeconds, strict }: TimeLimit,
  fleet: Fleet,
): MeasuredBound | undefined {
  const measured = fleet.measuredBound(kind);
  if (!measured) return undefined;
  const { value, bound } = measured.figure;
  return keepsLimit(value, bound, limitSeconds, strict) ? measured : undefined;
}

/** Without what the measurements may have waited the limit would be kept. */
function mayHaveWaited(
  { kind, limitSeconds, strict }: TimeLimit,
  fleet: Fleet,
  { figure, restsOn }: Evidence,
): boolean {
  const waiting = Math.max(0, ...restsOn.map((point) => fleet.measuredWaiting(kind, point)));
  if (waiting === 0) return false;
  return keepsLimit(figure.value - waiting, 'exact', limitSeconds, strict) !== false;
}

/** A measurement bears on the mean latency even where the fleet's own cannot be told. */
function pointsOf(kind: TimeObjective, { model }: Fleet): readonly CurvePoint[] {
  return kind === 'latency' ? allPoints(model.engine.curve) : [];
}

/** A percentile follows from the mean where it was not observed itself; times of tokens do not. */
function isObserved({ model }: Fleet, quantity: TimeObjective): boolean {
  if (quantity === 'latency' || isLatencyPercentile(quantity)) return true;
  return curveOf(model.engine, quantity, model.workload).knots.length > 0;
}
