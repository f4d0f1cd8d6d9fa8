/** Computes the figures of a fleet: a number of nodes of an engine under a workload, with `spare` of them gone. */
import { fastestBeyond, type CurvePoint } from '../curve/curve';
import { isLower, isUpper, joinBounds } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure, statedFigure } from '../figure/figures';
import { STATED, withCaveats } from '../figure/provenance';
import { checkMemory, exceedsMemory, type MemoryCheck } from '../hardware/memory';
import { queueDepth, slotUtilisation } from '../observation/littlesLaw';
import type { Policy, TimeObjective } from '../plan/plan';
import { isMeasured } from '../plan/sources';
import type { Waiting } from '../queueing/predictWaiting';
import { clearlyLess } from '../util/rounding';
import { type Cost, costOf } from './cost';
import {
  inFlightFigure,
  loadFigure,
  maxQueueFigure,
  nodesLeft,
  serversOf,
  serviceLatency,
  slotsOf,
  withQueue,
} from './fleetFigures';
import { boundByMeasurement, type MeasuredBound } from './measuredBound';
import { measuredWaiting } from './measuredWaiting';
import {
  lowestLatency,
  operate,
  predictService,
  queuePlaces,
  type OperatingPoint,
  type ServerModel,
} from './operate';
import { isProvenOverloaded, overloadOf, type Overload } from './overload';
import { waitingOf } from './queueingDelay';
import {
  acceptedFigure,
  fullThroughput,
  meanThroughput,
  rejectedFigure,
  rejectsSome,
  throughputFigure,
} from './throughput';
import { hasRandomQueueing, isAlwaysInFlight } from './workload';

/**
 * Largest share of a time that queueing delay may have without notice. It counts, but a verdict is based on the model
 * only beyond that.
 */
const NEGLIGIBLE_DELAY_SHARE = 0.01;

/** Least share that any figure shows. */
const NOTHING = 1e-4;

/**
 * A fleet with its figures. Verdicts need some of them at once; the others are computed at their first use. A plan of
 * thousands of scenarios is assessed at each keystroke, and most are never looked at.
 */
export class Fleet {
  readonly servingNodes: Figure;
  readonly servers: Figure;
  readonly load: Figure | undefined;
  /** Mean latency, queueing included; undefined if nothing is known of it. */
  readonly latency: Figure | undefined;
  /** Least seconds that the latency can be under the curve's assumptions; 0 if unknown. */
  readonly latencyFloorSeconds: number;
  readonly cost: Cost | undefined;
  /** True for arrivals beyond capacity, or without a node left to serve. */
  readonly overloaded: boolean;
  /** True if requests arrive at random, so that average load leaves out queueing. */
  readonly comesByChance: boolean;
  private readonly point: OperatingPoint | undefined;
  /** True if latency is longer than by average load, or shorter because a queue rejects some. */
  private readonly hasQueueingDelay: boolean;
  /** S at the load: no request waits in it. */
  readonly service: Figure | undefined;
  private knownWaiting: Waiting | 'none' | undefined;
  private knownMemory: MemoryCheck | 'none' | undefined;
  private knownSlots: Figure | undefined;
  private knownThroughput: Figure | undefined;
  private knownOverload: Overload | undefined;

  /** @param nodes All nodes, spare ones included. */
  constructor(
    readonly model: ServerModel,
    readonly parallel: Figure,
    readonly nodes: Figure,
    readonly policy: Policy,
  ) {
    const { spec: engine } = model.engine;
    this.servingNodes = nodesLeft(asGiven(nodes), policy);
    this.servers = serversOf(this.servingNodes, model);
    const point = this.servers.value > 0 ? operate(model, this.servers.value) : undefined;
    this.point = point;
    this.service = point?.service && serviceLatency(model, point.service, point.load);
    this.load = point && loadFigure(model, point, this.servers, this.service);
    const balance =
      point &&
      this.load &&
      this.service &&
      withQueue(model, point, this.load, parallel, this.service);
    this.comesByChance = hasRandomQueueing(model.workload, policy);
    this.latencyFloorSeconds = point ? lowestLatency(model, point) : 0;
    this.overloaded = this.servers.value <= 0 || (point === undefined && isProvenOverloaded(model));
    const byBalance =
      balance && this.comesByChance ? this.bounded('latency', this.withQueueing(balance)) : balance;
    this.latency = byBalance ?? this.measuredBound('latency')?.figure;
    this.hasQueueingDelay = balance !== undefined && this.latency?.value !== balance.value;
    this.cost = costOf(
      nodes,
      engine,
      model.workload,
      () => this.throughput && meanThroughput(model.workload, this.throughput),
    );
  }

  /** True if arrivals reach the known capacity of a server, which is only a lower bound. */
  get isCapacityUndecided(): boolean {
    return !this.point && !this.overloaded && this.model.segments.length > 0;
  }

  private withQueueing(balance: Figure): Figure {
    const waiting = this.modelledWaiting;
    if (!waiting) {
      return { ...balance, provenance: withCaveats(balance.provenance, ['balance-only']) };
    }
    const time = this.balanceHolds ? balance : this.withLimitedQueue(balance, waiting.latency);
    return this.balanceHolds ? this.plusWaiting(time, this.queueingDelayOf(waiting)) : time;
  }

  /**
   * Seconds that the model of waiting adds to the average load. If the average load is no lower bound, all of the time
   * is the model's.
   */
  queueingDelayOf({ latency, balance }: Waiting): number {
    return this.balanceHolds ? latency - balance : latency;
  }

  /** True if the average load is a lower bound. It is not if a limited queue fills up or rejects some. */
  get balanceHolds(): boolean {
    return !this.queuesForPlaces && !this.turnsSomeAway;
  }

  get overload(): Overload | undefined {
    if (!this.overloaded && !this.isFull) return undefined;
    this.knownOverload ??= overloadOf(this.model, this.servers, this.parallel, this.policy);
    return this.knownOverload;
  }

  get isFull(): boolean {
    return this.point?.isFull ?? false;
  }

  /** True if the queue is full at any latency, or at a latency that is a lower bound. */
  get isProvenFull(): boolean {
    if (!this.isFull) return false;
    const bound = this.service?.bound ?? 'undecided';
    return isAlwaysInFlight(this.model.workload) || !(isUpper(bound) || bound === 'undecided');
  }

  /** True if requests queue at average load and the queue is limited. */
  private get queuesForPlaces(): boolean {
    const { point, model } = this;
    if (!point || queuePlaces(model) === Infinity) return false;
    return this.isFull || clearlyLess(model.parallel, point.load);
  }

  private get turnsSomeAway(): boolean {
    return rejectsSome(this.model, () => this.modelledWaiting);
  }

  /**
   * Latency with a limited queue. Average load assumes the same queue at every moment, which is wrong if arrivals equal
   * capacity.
   */
  private withLimitedQueue(balance: Figure, seconds: number): Figure {
    const inputs = {
      parallel: this.parallel,
      servers: this.servers,
      maxQueue: maxQueueFigure(this.model),
      serviceCv: this.serviceCv,
      ...(this.service && { latency: this.service }),
    };
    const { bound } = balance;
    const provenance = withCaveats(balance.provenance, ['modelled-waiting']);
    return deriveFigure('latency.fullQueue', seconds, 's', inputs, bound, provenance);
  }

  /** Time by the model of waiting, or the measured one if a measurement shows that it is an upper bound. */
  bounded(quantity: TimeObjective, modelled: Figure): Figure {
    const measured = this.measuredBound(quantity)?.figure;
    if (!measured || isLower(modelled.bound)) return modelled;
    const isTighter = modelled.bound === 'undecided' || clearlyLess(measured.value, modelled.value);
    return isTighter ? measured : modelled;
  }

  /** Upper bound by a measurement at equal or higher load per server; undefined without one. */
  measuredBound(quantity: TimeObjective): MeasuredBound | undefined {
    if (this.overloaded || this.isFull) return undefined;
    return boundByMeasurement(this.model, quantity, {
      servers: this.servers.value,
      routing: this.policy.routing.value,
      leastSeconds: this.measuredFloorSeconds,
      floorSeconds: quantity === 'latency' ? this.curveFloorSeconds : 0,
    });
  }

  /** Floor of the curve, at the load or any heavier one. If the load is not known, its upper bound counts. */
  private get curveFloorSeconds(): number {
    const { point, model } = this;
    const { curve } = model.engine;
    const floor = point
      ? this.latencyFloorSeconds
      : (predictService(model, model.parallel)?.floorSeconds ?? 0);
    const at = curve.follows === 'load' && point ? point.load : model.parallel;
    return Math.min(floor, fastestBeyond(curve, at));
  }

  /** Seconds of queueing in a measured time that this fleet need not have. */
  measuredWaiting(quantity: TimeObjective, point: CurvePoint): number {
    return measuredWaiting(this.model, quantity, point, this.servers.value, this.policy);
  }

  private get measuredFloorSeconds(): number {
    if (!this.service) return 0;
    const { known, caveats } = this.service.provenance;
    return isMeasured(known) && caveats.length === 0 ? this.latencyFloorSeconds : 0;
  }

  /** Adds seconds of queueing delay, by the model, to a time of this fleet. */
  plusWaiting(time: Figure, seconds: number): Figure {
    if (seconds <= NOTHING * time.value) return time;
    const known = this.service?.provenance ?? STATED;
    const isNoticed = seconds > NEGLIGIBLE_DELAY_SHARE * time.value;
    const provenance = isNoticed ? withCaveats(known, ['modelled-waiting']) : known;
    const asked = this.waitingInputs;
    const waiting = deriveFigure('latency.chance', seconds, 's', asked, 'exact', provenance);
    const inputs = { latency: time, waiting };
    return deriveFigure('latency.withChance', time.value + seconds, 's', inputs, time.bound);
  }

  private get waitingInputs() {
    return {
      parallel: this.parallel,
      servers: this.servers,
      serviceCv: this.serviceCv,
      ...(this.service && { latency: this.service }),
    };
  }

  /** Result of the queueing model; undefined without a steady state, or if the latency is unknown. */
  get modelledWaiting(): Waiting | undefined {
    if (this.knownWaiting === undefined && this.servers.value > 0) {
      const load = this.point?.load;
      this.knownWaiting = waitingOf(this.model, this.servers.value, load, this.policy) ?? 'none';
    }
    return this.knownWaiting === 'none' ? undefined : this.knownWaiting;
  }

  /** Requests in flight, queued ones included, with queueing delay. */
  get inFlight(): Figure | undefined {
    const { balanceInFlight, latency, throughput } = this;
    if (!this.hasQueueingDelay || this.isFull || !latency || !throughput) return balanceInFlight;
    const inputs = { throughput, latency };
    const bound = joinBounds(throughput.bound, latency.bound);
    const inFlight = throughput.value * latency.value;
    return deriveFigure('inFlight.littlesLaw', inFlight, 'requests', inputs, bound);
  }

  private get balanceInFlight(): Figure | undefined {
    return this.point && inFlightFigure(this.model, this.point, this.servers, this.service);
  }

  private get serviceCv(): Figure {
    return statedFigure(this.model.workload.serviceCv, 'factor', 'serviceCv');
  }

  get slots(): Figure {
    this.knownSlots ??= slotsOf(this.servers, this.parallel);
    return this.knownSlots;
  }

  /** Mean number of requests that wait for a slot: by Little's law on the queue. */
  get queueDepth(): Figure | undefined {
    const { balanceInFlight, waiting, throughput } = this;
    if (!this.hasQueueingDelay || this.isFull || !waiting || !throughput) {
      return balanceInFlight && queueDepth(balanceInFlight, this.slots);
    }
    const inputs = { throughput, waiting };
    const bound = joinBounds(throughput.bound, waiting.bound);
    const depth = throughput.value * waiting.value;
    return deriveFigure('queue.littlesLaw', depth, 'requests', inputs, bound);
  }

  get utilisation(): Figure | undefined {
    const { balanceInFlight } = this;
    return balanceInFlight && slotUtilisation(balanceInFlight, this.slots);
  }

  /** Memory of one server; undefined if model, quantization or memory are not known. */
  get memory(): MemoryCheck | undefined {
    const { engine, workload } = this.model;
    this.knownMemory ??= checkMemory(engine.spec, workload, this.parallel) ?? 'none';
    return this.knownMemory === 'none' ? undefined : this.knownMemory;
  }

  get exceedsMemory(): boolean {
    return exceedsMemory(this);
  }

  /** Mean time that a request waits for a slot; undefined if none does. */
  get waiting(): Figure | undefined {
    const { latency, service } = this;
    if (!latency || !service || !clearlyLess(service.value, latency.value)) return undefined;
    const beyond = latency.value - service.value;
    const modelled = this.comesByChance ? this.modelledWaiting?.waiting : undefined;
    if (modelled === undefined) {
      return deriveFigure('latency.waiting', beyond, 's', { latency, service }, latency.bound);
    }
    const seconds = Math.min(modelled, beyond);
    if (!(seconds > NOTHING * latency.value)) return undefined;
    const { provenance, bound } = latency;
    return deriveFigure('latency.slotWait', seconds, 's', this.waitingInputs, bound, provenance);
  }

  get throughput(): Figure | undefined {
    this.knownThroughput ??= this.turnedAway
      ? acceptedFigure(this.model, this.latency, this.turnedAway)
      : this.isFull
        ? this.service && fullThroughput(this.slots, this.service)
        : throughputFigure(this.model, this.point, this.latency);
    return this.knownThroughput;
  }

  /** Share of the requests that is rejected; undefined if none is. */
  get turnedAway(): Figure | undefined {
    const { model, service } = this;
    if (!service || !this.turnsSomeAway) return undefined;
    return rejectedFigure(model, service, this.modelledWaiting);
  }

  /** Points of the latency curve that the latency is based on. */
  get servicePoints(): readonly CurvePoint[] {
    return this.point?.service?.points ?? [];
  }
}

/**
 * Returns a number of nodes as the figures on them see it. How the plan counted it is no doubt about them, but a count by
 * an approximate load is as approximate.
 */
function asGiven(nodes: Figure): Figure {
  if (nodes.derivation.kind !== 'formula') return nodes;
  const caveats = nodes.provenance.caveats.filter((caveat) => caveat === 'approximate');
  return { ...nodes, provenance: withCaveats(STATED, caveats) };
}
