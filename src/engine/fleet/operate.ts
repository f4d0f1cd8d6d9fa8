/**
 * The operating point of a fleet: so many nodes of an engine with so many slots, under a workload.
 */
import type { EngineAssessment } from '../curve/engineAssessment';
import {
  type CurveSegment,
  type Prediction,
  floorUpTo,
  predictLatency,
  wholeCurve,
} from '../curve/predict';
import { isUpper } from '../figure/bounds';
import type { Workload } from '../plan/plan';
import { atMost } from '../util/rounding';
import { closedLoad, openLoad } from './balance';
import { isAlwaysInFlight } from './workload';

export interface OperatingPoint {
  /** Requests in flight on one server, those that wait included. */
  readonly load: number;
  /** Mean latency, waiting for a slot included; undefined where nothing is known of it. */
  readonly latencySeconds: number | undefined;
  /** More asks for a place than there is: a limited queue is full, and the rest is turned away. */
  readonly isFull: boolean;
  /** S at the load, or at the slots where more are in flight. */
  readonly service: Prediction | undefined;
}

/** A server that could be built: an engine at `parallel` slots, under one kind of workload. */
export interface ServerModel {
  readonly engine: EngineAssessment;
  readonly parallel: number;
  readonly workload: Workload;
  /** As far as the curve goes, which may be beyond the slots. */
  readonly segments: readonly CurveSegment[];
}

export function modelServer(
  engine: EngineAssessment,
  parallel: number,
  workload: Workload,
): ServerModel {
  return { engine, parallel, workload, segments: segmentsFor(engine, parallel) };
}

/**
 * @param servers Servers that share the workload evenly.
 * @returns undefined where there is no steady state, or where the load rests on a latency that nothing
 *   is known of.
 */
export function operate(model: ServerModel, servers: number): OperatingPoint | undefined {
  const balance = balanceOn(model, servers);
  if (!balance) return undefined;
  const { parallel } = model;
  const { load } = balance;
  const service = predictService(model, load);
  const waits = !atMost(load, parallel);
  const seconds = service?.latency.value;
  return {
    ...balance,
    service,
    latencySeconds: seconds === undefined || !waits ? seconds : (seconds * load) / parallel,
  };
}

/** The load alone, without what the latency at it rests on. */
export function balanceOn(
  model: ServerModel,
  servers: number,
): Pick<OperatingPoint, 'load' | 'isFull'> | undefined {
  const { parallel, workload, segments } = model;
  const needsCurve = !isAlwaysInFlight(workload);
  if (needsCurve && segments.length === 0) return undefined;
  const balance =
    workload.kind === 'closed'
      ? closedLoad(
          workload.users.value / servers,
          workload.thinkTimeSeconds.value,
          segments,
          parallel,
        )
      : openLoad(peakRate(workload) / servers, segments, parallel);
  const places = parallel + queuePlaces(model);
  const isFull = places < (balance ?? Infinity);
  const load = isFull ? places : balance;
  return load === undefined ? undefined : { load, isFull };
}

/** The latency is no lower than this, in seconds; 0 where nothing is known of it. */
export function lowestLatency(model: ServerModel, point: OperatingPoint): number {
  const { engine, parallel, workload } = model;
  const { service, load, isFull } = point;
  if (!service) return 0;
  const restsOnLatency = !isAlwaysInFlight(workload);
  if (restsOnLatency && isUpper(service.latency.bound)) {
    // where the latency may be lower, so may the load
    const { curve } = engine;
    return curve.follows === 'parallel'
      ? service.floorSeconds
      : floorUpTo(curve, service, Math.min(load, parallel));
  }
  return isFull ? service.floorSeconds : service.floorSeconds * Math.max(1, load / parallel);
}

/** Requests that may wait on one server. */
export function queuePlaces({ engine: { spec: engine } }: ServerModel): number {
  const { maxQueue, servers } = engine;
  return maxQueue ? Math.floor(maxQueue.value / servers.value) : Infinity;
}

/** S for a server with `load` in flight, of which at most its slots are worked on. */
export function predictService(model: ServerModel, load: number): Prediction | undefined {
  const { engine, parallel } = model;
  const follows = engine.curve.follows;
  return predictLatency(engine.curve, follows === 'parallel' ? parallel : Math.min(load, parallel));
}

export function peakRate(workload: Extract<Workload, { kind: 'open' }>): number {
  return workload.ratePerSecond.value * workload.peakFactor.value;
}

/** With `latencyFollows: parallel` the latency is that of the slots, whatever the load. */
function segmentsFor(engine: EngineAssessment, parallel: number): readonly CurveSegment[] {
  if (engine.curve.follows === 'load') return wholeCurve(engine.curve);
  const latency = predictLatency(engine.curve, parallel)?.latency;
  return latency ? [{ from: 0, to: parallel, intercept: latency.value, slope: 0 }] : [];
}
