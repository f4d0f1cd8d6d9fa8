/**
 * Sizes a fleet: the fewest nodes with the load of every server within its slots less the headroom. Without think time
 * and with one server a node that is ceil(users / (parallel (1 - headroom))). For example, 100 users on 8 slots with 20
 * % headroom need 16 nodes.
 */
import { mostArrivals, mostUsers, type Most } from './balance';
import { balanceOn, peakRate, type ServerModel } from './operate';
import type { Policy } from '../plan/plan';
import { atMost, ceilForgiving } from '../util/rounding';
import { hasRandomQueueing } from './workload';

export interface SlotSizing {
  /** Nodes without the spare ones. */
  readonly nodes: number;
  /** Most users, or arrivals a second, of one server, and its load then. */
  readonly mostPerServer: Most;
}

/**
 * Fewest nodes with a slot for every request in flight.
 * @param headroom Share of the slots kept free, 0 to below 1.
 * @returns undefined if it depends on an unknown latency.
 */
export function sizeForSlots(model: ServerModel, headroom: number): SlotSizing | undefined {
  const { workload, segments, parallel } = model;
  const mostLoad = parallel * (1 - headroom);
  const closed = workload.kind === 'closed';
  const thinkTime = closed ? workload.thinkTimeSeconds.value : 0;
  if (segments.length === 0 && (!closed || thinkTime > 0)) return undefined;
  const mostPerServer = closed
    ? mostUsers(thinkTime, segments, mostLoad, parallel)
    : mostArrivals(segments, mostLoad, parallel);
  const asked = closed ? workload.users.value : peakRate(workload);
  const servers = asked / mostPerServer.value;
  let nodes = Math.max(1, ceilForgiving(servers / model.engine.spec.servers.value));
  // At most one more. Full slots have no steady state, and a balance that touches the limit twice has its
  // second solution beyond it.
  for (let tries = 0; tries < 2 && !keepsLoad(model, nodes, mostLoad); tries++) nodes++;
  return { nodes, mostPerServer };
}

/**
 * Fewest nodes that also satisfy `accepts`, which is true for more nodes if it is for fewer. Judging a number takes
 * long, and the answer is mostly near to the start. So the search strides from there, in growing steps.
 * @param near Number near to the answer, if one is known: where the search starts.
 * @returns undefined if no number of nodes does, since even a single request on a server is too slow.
 */
export function fewestNodesFor(
  model: ServerModel,
  forSlots: number,
  policy: Policy,
  accepts: (nodes: number) => boolean,
  near = forSlots,
): number | undefined {
  const start = Math.max(forSlots, near);
  if (accepts(start)) return bisect(accepts, ...strideDown(accepts, start, forSlots));
  const unloaded = unloadedNodes(model, forSlots, policy);
  if (unloaded <= start || !accepts(unloaded)) return undefined;
  return bisect(accepts, ...strideUp(accepts, start, unloaded));
}

/** Factor from one stride to the next. */
const STRIDE_GROWTH = 4;

/** Share of a number of nodes that no search tells apart: below two million nodes it finds the fewest exactly. */
const RESOLUTION = 1e-6;

/** Least step of a search, in nodes. */
function stepAt(nodes: number): number {
  return Math.max(1, Math.floor(nodes * RESOLUTION));
}

type Around = readonly [tooFew: number, enough: number];

/** Strides up from too few nodes to enough of them: at the latest `unloaded`. */
function strideUp(accepts: (nodes: number) => boolean, from: number, unloaded: number): Around {
  let tooFew = from;
  for (let stride = stepAt(from); tooFew + stride < unloaded; stride *= STRIDE_GROWTH) {
    const nodes = tooFew + stride;
    if (accepts(nodes)) return [tooFew, nodes];
    tooFew = nodes;
  }
  return [tooFew, unloaded];
}

/** Strides down from enough nodes to too few of them: at the latest one fewer than the `fewest` possible. */
function strideDown(accepts: (nodes: number) => boolean, from: number, fewest: number): Around {
  let enough = from;
  for (let stride = stepAt(from); enough - stride >= fewest; stride *= STRIDE_GROWTH) {
    const nodes = enough - stride;
    if (!accepts(nodes)) return [nodes, enough];
    enough = nodes;
  }
  return [fewest - 1, enough];
}

function bisect(accepts: (nodes: number) => boolean, from: number, to: number): number {
  let [tooFew, enough] = [from, to];
  while (enough - tooFew > stepAt(enough)) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (accepts(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** Number of nodes beyond which more change nothing. If that does not meet a target, no number of nodes does. */
export function unloadedNodes(model: ServerModel, forSlots: number, policy: Policy): number {
  const alone = Math.max(forSlots, nodesForSingleRequests(model));
  if (hasRandomQueueing(model.workload, policy)) return alone * NOBODY_WAITS;
  // with latency by slots, the load does not matter
  return model.engine.curve.follows === 'load' ? alone : forSlots;
}

/** Factor on the nodes that single requests need: servers are busy less than a thousandth of the time. */
const NOBODY_WAITS = 1024;

function keepsLoad(model: ServerModel, nodes: number, mostLoad: number): boolean {
  const balance = balanceOn(model, nodes * model.engine.spec.servers.value);
  return balance !== undefined && !balance.isFull && atMost(balance.load, mostLoad);
}

/** Nodes with at most one request in flight on a server: latency is S(1), and stays there. */
function nodesForSingleRequests({ workload, segments, engine }: ServerModel): number {
  const serversPerNode = engine.spec.servers.value;
  if (workload.kind === 'closed') return ceilForgiving(workload.users.value / serversPerNode);
  const { value } = mostArrivals(segments, 1, 1);
  return ceilForgiving(peakRate(workload) / (value * serversPerNode)) + 1;
}
