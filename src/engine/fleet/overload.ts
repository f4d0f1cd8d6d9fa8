/**
 * Decides how certain an overload is. Without a node left, the plan proves it. Otherwise the capacity of a full server
 * decides, X(p) = p / S(p), as far as that is measured.
 */
import { allPoints, type CurvePoint } from '../curve/curve';
import { observedRange, rangeAt } from '../curve/curveRange';
import type { Prediction } from '../curve/predict';
import { isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { type VerdictReason, reasonsAgainst, REASONS } from '../figure/reasons';
import { compareTokens } from '../observation/tokens';
import type { Policy } from '../plan/plan';
import { isMeasured } from '../plan/sources';
import { atMost } from '../util/rounding';
import { asksAbout, latencyAtStated } from './fleetFigures';
import { capacityFrom } from './fullServer';
import { measuredWaiting } from './measuredWaiting';
import { peakRate, predictService, type ServerModel } from './operate';
import { isAlwaysInFlight } from './workload';

export interface Overload {
  /** Requests a second that one server can answer; undefined if that does not decide. */
  readonly capacityPerServer: Figure | undefined;
  /** Reasons why the overload is not certain; empty if the plan or measurements prove it. */
  readonly doubts: readonly VerdictReason[];
}

/**
 * Overload of a fleet that cannot keep up by what is known.
 * @param servers Servers without the spare nodes.
 * @param slots Slots of each.
 */
export function overloadOf(
  model: ServerModel,
  servers: Figure,
  slots: Figure,
  policy: Policy,
): Overload {
  const asked: readonly VerdictReason[] = asksAbout(model.workload) ? ['approximate'] : [];
  const nodes = reasonsAgainst(servers.provenance, servers.provenance.caveats);
  const service = predictService(model, model.parallel);
  if (servers.value <= 0) return { capacityPerServer: undefined, doubts: nodes };
  const doubtsOfPlan = [...new Set([...nodes, ...asked])];
  if (isAlwaysInFlight(model.workload) || !service) {
    return { capacityPerServer: undefined, doubts: doubtsOfPlan };
  }
  const full: FullServer = { model, slots, servers: servers.value, policy };
  const latency = latencyAtStated(model, service, model.parallel);
  const doubtsOfLatency = doubtsOfReading(full, service, latency);
  const shown = doubtsOfLatency.length > 0 ? boundThatShows(full) : undefined;
  if (shown) return { capacityPerServer: shown, doubts: doubtsOfPlan };
  const doubts = [...new Set([...doubtsOfPlan, ...doubtsOfLatency])];
  return { capacityPerServer: capacityFrom(slots, latency), doubts };
}

/** Tells if an overload can be proven. An upper bound of latency is a lower bound of capacity, which proves none. */
export function isProvenOverloaded(model: ServerModel): boolean {
  if (model.workload.kind === 'closed') return false;
  const full = predictService(model, model.parallel);
  return full !== undefined && !isUpper(full.latency.bound) && full.latency.bound !== 'undecided';
}

interface FullServer {
  readonly model: ServerModel;
  readonly slots: Figure;
  readonly servers: number;
  readonly policy: Policy;
}

/**
 * Upper bound of capacity that proves the overload. A measurement with no more in flight than slots is a lower bound of
 * S(p), which gives this bound. If even this capacity is too low, other evidence of S(p) leaves no doubt.
 */
function boundThatShows(full: FullServer): Figure | undefined {
  const { model } = full;
  let highest: Figure | undefined;
  for (const point of allPoints(model.engine.curve)) {
    if (!isLowerBound(model, point)) continue;
    const { low } = observedRange(point) ?? { low: 1 };
    const value = point.latency.value * low - waitingIn(full, point);
    if (value > (highest?.value ?? 0)) highest = { ...point.latency, value, bound: '>=' };
  }
  return highest && isTooLittle(full, highest.value)
    ? capacityFrom(full.slots, highest)
    : undefined;
}

function isLowerBound({ parallel, workload }: ServerModel, point: CurvePoint): boolean {
  const { bound, provenance } = point.latency;
  if (!isMeasured(provenance.known) || provenance.caveats.length > 0) return false;
  if (isUpper(bound) || bound === 'undecided' || !atMost(point.at, parallel)) return false;
  return point.observations.every(
    ({ observation }) => compareTokens(observation, workload) === 'same',
  );
}

function doubtsOfReading(
  full: FullServer,
  { points }: Prediction,
  { value, bound, provenance }: Figure,
): readonly VerdictReason[] {
  const { engine, parallel } = full.model;
  const caveats = provenance.caveats.filter((caveat) => REASONS[caveat].truth !== 'higher');
  const doubts = reasonsAgainst(provenance, caveats);
  if (full.model.workload.kind === 'closed') return doubts;
  const range = bound === 'exact' ? rangeAt(engine.curve, parallel, value, true) : undefined;
  if (range && !isTooLittle(full, value * range.low)) doubts.push('within-band');
  const waiting = Math.max(0, ...points.map((point) => waitingIn(full, point)));
  if (!isTooLittle(full, value - waiting)) doubts.push('measured-waiting');
  return doubts;
}

/** Tells if servers with such an S(p) cannot answer what arrives. */
function isTooLittle({ model, servers }: FullServer, seconds: number): boolean {
  const { parallel, workload } = model;
  if (!(seconds > 0)) return false;
  return workload.kind === 'open' && atMost(parallel / seconds, peakRate(workload) / servers);
}

/** Seconds of queueing in a point, all of which is no time in a slot. Computed as if the fleet had no arrivals. */
function waitingIn({ model, policy }: FullServer, point: CurvePoint): number {
  return measuredWaiting(model, 'latency', point, Infinity, policy);
}
