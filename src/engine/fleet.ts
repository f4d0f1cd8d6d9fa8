/**
 * The figures of a fleet: so many nodes of an engine under a workload, with `spare` of them gone.
 */
import type { Cost, ObservationAssessment } from './assessment';
import { flipBound, isUpper } from './bounds';
import { costOf } from './cost';
import type { Caveat, Figure } from './figure';
import { deriveFigure, statedFigure } from './figures';
import { queueDepth, slotUtilisation } from './littlesLaw';
import { operate, predictService, type OperatingPoint, type ServerModel } from './operate';
import type { Policy } from './plan';
import { observationsOf, type Prediction } from './predict';
import { withCaveats } from './provenance';
import { clearlyLess } from './rounding';
import { tokenCaveats } from './tokens';
import { hasUnmodelledWaiting, peakRateFigure, thinkTimeFigure, usersFigure } from './workload';

export interface Fleet {
  readonly servingNodes: Figure;
  readonly servers: Figure;
  readonly slots: Figure;
  readonly inFlight: Figure | undefined;
  readonly load: Figure | undefined;
  readonly queueDepth: Figure | undefined;
  readonly utilisation: Figure | undefined;
  readonly latency: Figure | undefined;
  /** The latency is no lower than this by what the curve assumes; 0 where nothing is known. */
  readonly latencyFloorSeconds: number;
  readonly waiting: Figure | undefined;
  readonly throughput: Figure | undefined;
  readonly cost: Cost | undefined;
  readonly overloaded: boolean;
  readonly restsOn: readonly ObservationAssessment[];
}

/** @param nodes All nodes, spare ones included. */
export function assessFleet(
  model: ServerModel,
  parallel: Figure,
  nodes: Figure,
  policy: Policy,
): Fleet {
  const { engine } = model.engine;
  const servingNodes = nodesLeft(nodes, policy);
  const serversPerNode = statedFigure(engine.servers, 'servers/node', 'servers');
  const servers = deriveFigure(
    'servers.total',
    servingNodes.value * serversPerNode.value,
    'servers',
    { nodes: servingNodes, serversPerNode },
    servingNodes.bound,
  );
  const slots = deriveFigure(
    'slots.total',
    servers.value * parallel.value,
    'slots',
    { servers, parallel },
    servers.bound,
  );
  const point = servers.value > 0 ? operate(model, servers.value) : undefined;
  const service = point?.service && serviceLatency(model, point.service, point.load);
  const inFlight = point && inFlightFigure(model, point, servers, service);
  const load =
    inFlight &&
    point &&
    deriveFigure(
      'load.perServer',
      point.load,
      'requests/server',
      { inFlight, servers },
      inFlight.bound,
    );
  const latency = load && service && withQueue(model, point, load, parallel, service);
  const throughput = throughputFigure(model, inFlight, latency);
  const waits = load !== undefined && clearlyLess(parallel.value, load.value);
  return {
    servingNodes,
    servers,
    slots,
    inFlight,
    load,
    queueDepth: inFlight && queueDepth(inFlight, slots),
    utilisation: inFlight && slotUtilisation(inFlight, slots),
    latency,
    latencyFloorSeconds: floorSeconds(model, point),
    waiting:
      latency && service && waits
        ? deriveFigure(
            'latency.waiting',
            latency.value - service.value,
            's',
            { latency, service },
            latency.bound,
          )
        : undefined,
    throughput,
    cost: costOf(nodes, engine.node, model.workload, throughput),
    overloaded: servers.value <= 0 || (point === undefined && isSurelyOverloaded(model)),
    restsOn: point?.service ? observationsOf(point.service.points) : [],
  };
}

/** `spare` nodes are gone: the targets must still hold. */
function nodesLeft(nodes: Figure, policy: Policy): Figure {
  if (policy.spare.value === 0) return nodes;
  const spare = statedFigure(policy.spare, 'nodes', 'spare');
  const left = Math.max(0, nodes.value - spare.value);
  return deriveFigure('nodes.serving', left, 'nodes', { nodes, spare }, nodes.bound);
}

/** S at the load, with every reason why it is less well known for this fleet than where it was observed. */
export function serviceLatency(model: ServerModel, service: Prediction, load: number): Figure {
  const caveats: Caveat[] = [];
  const observations = observationsOf(service.points).map(({ observation }) => observation);
  caveats.push(...tokenCaveats(observations, model.workload));
  if (isLighter(model, service, load)) caveats.push('lighter-load');
  if (hasUnmodelledWaiting(model.workload)) caveats.push('balance-only');
  if (caveats.length === 0) return service.latency;
  return { ...service.latency, provenance: withCaveats(service.latency.provenance, caveats) };
}

/** With `latencyFollows: parallel` a point may have been taken with fewer of its slots busy. */
function isLighter(
  { engine, parallel }: ServerModel,
  { points }: Prediction,
  load: number,
): boolean {
  if (engine.curve.follows === 'load') return false;
  const occupancy = Math.min(1, load / parallel);
  return points.some((point) => clearlyLess(point.occupancy, occupancy));
}

function inFlightFigure(
  { workload }: ServerModel,
  point: OperatingPoint,
  servers: Figure,
  service: Figure | undefined,
): Figure | undefined {
  const total = point.load * servers.value;
  if (workload.kind === 'closed' && workload.thinkTimeSeconds.value === 0) {
    return deriveFigure('inFlight.users', total, 'requests', { users: usersFigure(workload) });
  }
  if (!service || point.latencySeconds === undefined) return undefined;
  const latency: Figure = { ...service, value: point.latencySeconds };
  if (workload.kind === 'open') {
    const rate = peakRateFigure(workload);
    return deriveFigure('inFlight.open', total, 'requests', { rate, latency }, latency.bound);
  }
  const inputs = { users: usersFigure(workload), thinkTime: thinkTimeFigure(workload), latency };
  return deriveFigure('inFlight.closed', total, 'requests', inputs, latency.bound);
}

function withQueue(
  model: ServerModel,
  point: OperatingPoint,
  load: Figure,
  parallel: Figure,
  service: Figure,
): Figure {
  if (point.latencySeconds === undefined || !clearlyLess(model.parallel, point.load))
    return service;
  const inputs = { load, parallel, latency: service };
  return deriveFigure('latency.withQueue', point.latencySeconds, 's', inputs, service.bound);
}

function throughputFigure(
  { workload }: ServerModel,
  inFlight: Figure | undefined,
  latency: Figure | undefined,
): Figure | undefined {
  if (workload.kind === 'open') {
    if (!inFlight) return undefined;
    const rate = peakRateFigure(workload);
    return deriveFigure('throughput.arrivals', rate.value, 'requests/s', { rate });
  }
  if (!latency) return undefined;
  const users = usersFigure(workload);
  const thinkTime = thinkTimeFigure(workload);
  const perSecond = users.value / (latency.value + thinkTime.value);
  const inputs = { users, latency, thinkTime };
  return deriveFigure(
    'throughput.littlesLaw',
    perSecond,
    'requests/s',
    inputs,
    flipBound(latency.bound),
  );
}

function floorSeconds({ parallel }: ServerModel, point: OperatingPoint | undefined): number {
  if (!point?.service) return 0;
  return point.service.floorSeconds * Math.max(1, point.load / parallel);
}

/** An upper bound on the latency is a lower one on what a server can take: it cannot show an overload. */
function isSurelyOverloaded(model: ServerModel): boolean {
  if (model.workload.kind === 'closed') return false;
  const full = predictService(model, model.parallel);
  return full !== undefined && !isUpper(full.latency.bound) && full.latency.bound !== 'undecided';
}
