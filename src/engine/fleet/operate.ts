/** Finds the operating point of a fleet: a number of nodes of an engine with their slots, under a workload. */
import type { EngineAssessment } from '../curve/engineAssessment';
import { engineAt } from '../curve/tokenCurves';
import {
  type CurveSegment,
  type Prediction,
  floorUpTo,
  predictLatency,
  wholeCurve,
} from '../curve/predict';
import { isUpper } from '../figure/bounds';
import type { Workload } from '../plan/plan';
import { createAnswers } from '../util/cache';
import { atMost } from '../util/rounding';
import { closedLoad, openLoad } from './balance';
import { runningLimit } from './runningLimit';
import { underTraffic } from './trafficBias';
import { isAlwaysInFlight } from './workload';

export interface OperatingPoint {
  /** Requests in flight on one server, queued ones included. */
  readonly load: number;
  /** Mean latency, queueing included; undefined if nothing is known of it. */
  readonly latencySeconds: number | undefined;
  /** True if the limited queue is full and further requests are rejected. */
  readonly isFull: boolean;
  /** S at the load, or at the slots if more are in flight. */
  readonly service: Prediction | undefined;
}

/** A possible server: an engine at `parallel` slots, under one kind of workload. */
export interface ServerModel {
  /** The engine at the workload's token lengths, and under its traffic. */
  readonly engine: EngineAssessment;
  /** The same in a closed loop of requests of one length, as benchmarks are. */
  readonly closedLoop: EngineAssessment;
  readonly parallel: number;
  readonly workload: Workload;
  /** Pieces of the curve as far as it reaches, which may be beyond the slots. */
  readonly segments: readonly CurveSegment[];
}

/** Models one server of an engine; the same one for the same question, so that what is known of it is shared. */
export function modelServer(
  observed: EngineAssessment,
  parallel: number,
  workload: Workload,
): ServerModel {
  return modelFor([observed, workload], parallel, () => newModel(observed, parallel, workload));
}

const modelFor = createAnswers<number, ServerModel>();

function newModel(observed: EngineAssessment, parallel: number, workload: Workload): ServerModel {
  const closedLoop = engineAt(observed, workload);
  const engine = underTraffic(closedLoop, workload);
  return { engine, closedLoop, parallel, workload, segments: segmentsFor(engine, parallel) };
}

/**
 * Operating point of servers.
 * @param servers Servers that share the workload evenly.
 * @returns undefined without a steady state, or if the load depends on an unknown latency.
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

/** Load only, without the evidence of the latency at it. */
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
      : openLoad(peakRate(workload) / servers, segments, runningSlots(model));
  const places = parallel + queuePlaces(model);
  const isFull = places < (balance ?? Infinity);
  const load = isFull ? places : balance;
  return load === undefined ? undefined : { load, isFull };
}

/** Slots that a server fills before requests wait: the KV cache may have room for fewer. */
function runningSlots({ closedLoop, parallel, workload }: ServerModel): number {
  return Math.min(parallel, runningLimit(closedLoop, workload));
}

/** Least latency in seconds; 0 if nothing is known of it. */
export function lowestLatency(model: ServerModel, point: OperatingPoint): number {
  const { engine, parallel, workload } = model;
  const { service, load, isFull } = point;
  if (!service) return 0;
  const restsOnLatency = !isAlwaysInFlight(workload);
  if (restsOnLatency && isUpper(service.latency.bound)) {
    // a lower latency may mean a lower load
    const { curve } = engine;
    return curve.follows === 'parallel'
      ? service.floorSeconds
      : floorUpTo(curve, service, Math.min(load, parallel));
  }
  return isFull ? service.floorSeconds : service.floorSeconds * Math.max(1, load / parallel);
}

/** Requests that may wait on one server; Infinity if all users have room on one, so that the limit never counts. */
export function queuePlaces({ engine: { spec: engine }, parallel, workload }: ServerModel): number {
  const { maxQueue, servers } = engine;
  if (!maxQueue) return Infinity;
  const places = Math.floor(maxQueue.value / servers.value);
  return workload.kind === 'closed' && workload.users.value <= parallel + places
    ? Infinity
    : places;
}

/** S of a server with `load` in flight, of which at most its slots are worked on. */
export function predictService(model: ServerModel, load: number): Prediction | undefined {
  const { engine, parallel } = model;
  const follows = engine.curve.follows;
  return predictLatency(engine.curve, follows === 'parallel' ? parallel : Math.min(load, parallel));
}

export function peakRate(workload: Extract<Workload, { kind: 'open' }>): number {
  return workload.ratePerSecond.value * workload.peakFactor.value;
}

/** Pieces of the curve. With `latencyFollows: parallel` the latency is that of the slots, whatever the load. */
function segmentsFor(engine: EngineAssessment, parallel: number): readonly CurveSegment[] {
  if (engine.curve.follows === 'load') return wholeCurve(engine.curve);
  const latency = predictLatency(engine.curve, parallel)?.latency;
  return latency ? [{ from: 0, to: parallel, intercept: latency.value, slope: 0 }] : [];
}
