/** Computes figures of a fleet from its operating point: servers, slots, requests in flight, throughput. */
import type { Caveat, Figure } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { OperatingPoint, ServerModel } from './operate';
import type { Policy, Workload } from '../plan/plan';
import { observationsOf, type Prediction } from '../curve/predict';
import { withCaveats } from '../figure/provenance';
import { spreadCaveats } from '../curve/lengthSpread';
import { clearlyLess } from '../util/rounding';
import { tokenCaveats } from '../observation/tokens';
import { peakRateFigure, thinkTimeFigure, usersFigure } from './workload';

export function serversOf(servingNodes: Figure, { engine }: ServerModel): Figure {
  const serversPerNode = statedFigure(engine.spec.servers, 'servers/node', 'servers');
  const total = servingNodes.value * serversPerNode.value;
  const inputs = { nodes: servingNodes, serversPerNode };
  return deriveFigure('servers.total', total, 'servers', inputs, servingNodes.bound);
}

export function slotsOf(servers: Figure, parallel: Figure): Figure {
  const total = servers.value * parallel.value;
  return deriveFigure('slots.total', total, 'slots', { servers, parallel }, servers.bound);
}

export function loadFigure(
  model: ServerModel,
  point: OperatingPoint,
  servers: Figure,
  service: Figure | undefined,
): Figure | undefined {
  const inFlight = inFlightFigure(model, point, servers, service);
  if (!inFlight) return undefined;
  const inputs = { inFlight, servers };
  return deriveFigure('load.perServer', point.load, 'requests/server', inputs, inFlight.bound);
}

/** Nodes without the `spare` ones: the targets must still be met. */
export function nodesLeft(nodes: Figure, policy: Policy): Figure {
  if (policy.spare.value === 0) return nodes;
  const spare = statedFigure(policy.spare, 'nodes', 'spare');
  const left = Math.max(0, nodes.value - spare.value);
  return deriveFigure('nodes.serving', left, 'nodes', { nodes, spare }, nodes.bound);
}

/** S at the load, with every reason why it is less well known for this fleet than at its observation. */
export function serviceLatency(model: ServerModel, service: Prediction, load: number): Figure {
  const latency = latencyAtStated(model, service, load);
  const isAbout = model.engine.curve.follows === 'load' && asksAbout(model.workload);
  return isAbout ? withReasons(latency, ['approximate']) : latency;
}

/** S at a load that does not follow from the workload, such as with every slot busy. */
export function latencyAtStated(model: ServerModel, service: Prediction, load: number): Figure {
  const observations = observationsOf(service.points).map(({ observation }) => observation);
  const caveats: Caveat[] = [
    ...tokenCaveats(observations, model.workload),
    ...spreadCaveats(observations, model.workload),
  ];
  if (isLighter(model, service, load)) caveats.push('lighter-load');
  return withReasons(service.latency, caveats);
}

function withReasons(figure: Figure, caveats: readonly Caveat[]): Figure {
  if (caveats.length === 0) return figure;
  return { ...figure, provenance: withCaveats(figure.provenance, caveats) };
}

/** Tells if the load at which the latency is read has a `~` (about) in the plan. */
export function asksAbout(workload: Workload): boolean {
  const stated =
    workload.kind === 'closed'
      ? [workload.users, workload.thinkTimeSeconds]
      : [workload.ratePerSecond, workload.peakFactor];
  return stated.some(({ approximate }) => approximate === true);
}

/** Tells if a point may have been taken with fewer busy slots than the fleet has, with `latencyFollows: parallel`. */
function isLighter(
  { engine, parallel }: ServerModel,
  { points }: Prediction,
  load: number,
): boolean {
  if (engine.curve.follows === 'load') return false;
  const occupancy = Math.min(1, load / parallel);
  return points.some((point) => clearlyLess(point.occupancy, occupancy));
}

export function inFlightFigure(
  model: ServerModel,
  point: OperatingPoint,
  servers: Figure,
  service: Figure | undefined,
): Figure | undefined {
  const { workload } = model;
  const total = point.load * servers.value;
  if (point.isFull) {
    const slots = slotsOf(servers, constantFigure(model.parallel, 'slots/server'));
    const inputs = { slots, maxQueue: maxQueueFigure(model) };
    return deriveFigure('inFlight.full', total, 'requests', inputs, '<=');
  }
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

export function withQueue(
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

/** Limit of the queue, which only the engine can state. */
export function maxQueueFigure({ engine: { spec: engine } }: ServerModel): Figure {
  return engine.maxQueue
    ? statedFigure(engine.maxQueue, 'requests', 'maxQueue')
    : constantFigure(Infinity, 'requests');
}
