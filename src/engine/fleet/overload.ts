/**
 * How well it is known that a fleet cannot keep up: with no node left by the plan alone; else by what a server can
 * answer with every slot busy, X(p) = p / S(p), as far as that is measured.
 */
import { allPoints, type CurvePoint } from '../curve/curve';
import { observedRange, rangeAt } from '../curve/curveRange';
import type { Prediction } from '../curve/predict';
import { isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { type VerdictReason, reasonsAgainst, REASONS } from '../figure/reasons';
import { compareTokens } from '../observation/tokens';
import type { Policy } from '../plan/plan';
import { atMost } from '../util/rounding';
import { asksAbout, latencyAtStated } from './fleetFigures';
import { capacityFrom } from './fullServer';
import { measuredWaiting } from './measuredWaiting';
import { peakRate, predictService, type ServerModel } from './operate';
import { isAlwaysInFlight } from './workload';

export interface Overload {
  /** Requests a second that one server can answer; undefined where that is not what decides. */
  readonly capacityPerServer: Figure | undefined;
  /** Why it is not certain; empty where the plan alone or measurements show it. */
  readonly doubts: readonly VerdictReason[];
}

/**
 * @param servers Those of a fleet that cannot keep up by what is known, the spare nodes gone.
 * @param slots Of each.
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

/** An upper bound on the latency is a lower one on what a server can take: it cannot show an overload. */
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
 * A measurement with no more in flight than slots is a lower bound of S(p), and so the most that a server can answer
 * follows from it: where even that is too little, nothing that S(p) rests on leaves a doubt.
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
  if (provenance.known !== 'measured' || provenance.caveats.length > 0) return false;
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

/** Whether servers with such an S(p) cannot answer what arrives. */
function isTooLittle({ model, servers }: FullServer, seconds: number): boolean {
  const { parallel, workload } = model;
  if (!(seconds > 0)) return false;
  return workload.kind === 'open' && atMost(parallel / seconds, peakRate(workload) / servers);
}

/** All of it is no time in a slot, however the requests of the fleet come: as if none came to its servers. */
function waitingIn({ model, policy }: FullServer, point: CurvePoint): number {
  return measuredWaiting(model, 'latency', point, Infinity, policy);
}
