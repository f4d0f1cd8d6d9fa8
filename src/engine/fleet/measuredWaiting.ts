/**
 * How much of a measured time may be what chance added, which a fleet need not have. With a fixed number always in
 * flight no request waits for a slot, nor do some meet more of the others than the rest; where more servers share a
 * queue, fewer do.
 */
import { queueingDelayOf, waitingOf } from './queueingDelay';
import type { CurvePoint } from '../curve/curve';
import { wasLoadedAtMost } from './measuredBound';
import { memoize } from '../util/memoize';
import { hasRandomArrivals } from '../observation/observedArrivals';
import { modelServer, operate, type ServerModel } from './operate';
import type { Observation, Policy, TimeObjective, Workload } from '../plan/plan';
import { ROUTING_TRAITS } from '../plan/routings';
import { atMost } from '../util/rounding';

/** @returns Seconds, by the model of waiting; infinite where that cannot tell. */
export function measuredWaiting(
  model: ServerModel,
  quantity: TimeObjective,
  { observations, latency }: CurvePoint,
  servers: number,
  policy: Policy,
): number {
  const seconds = observations.map(({ observation }) =>
    hasRandomArrivals(observation) && !waitsAsLong(model, observation, servers, policy)
      ? chanceIn(model)(observation)(quantity, latency.value)
      : 0,
  );
  return Math.max(0, ...seconds);
}

/** No less comes to each server, in the same manner, and the fleet shares its queues among no more of them. */
function waitsAsLong(
  model: ServerModel,
  observation: Observation,
  servers: number,
  { routing }: Policy,
): boolean {
  if (!wasLoadedAtMost(model, servers, observation)) return false;
  const measured = observation.nodes.value * model.engine.spec.servers.value;
  return atMost(servers, measured) || (ROUTING_TRAITS[routing.value].keepsChance && measured === 1);
}

const chanceIn = memoize((model: ServerModel) =>
  memoize((observation: Observation) => {
    const waiting = waitingOfRun(model, observation);
    return (quantity: TimeObjective, measured: number): number =>
      waiting ? queueingDelayOf(waiting, quantity, measured) : Infinity;
  }),
);

function waitingOfRun({ engine, workload: asked }: ServerModel, observation: Observation) {
  const workload = workloadOf(observation, asked);
  if (!workload || !observation.parallel) return undefined;
  const model = modelServer(engine, observation.parallel.value, workload);
  const servers = observation.nodes.value * engine.spec.servers.value;
  return waitingOf(model, servers, operate(model, servers)?.load, SEPARATE_QUEUES, 'exact');
}

/** How its requests were routed no observation says: those that are sent to any server wait the longest. */
const SEPARATE_QUEUES: Policy = {
  headroom: { value: 0, path: undefined },
  spare: { value: 0, path: undefined },
  routing: { value: 'random', path: undefined },
};

/** What the observation says of its requests; their lengths vary as those of the workload do. */
function workloadOf(
  { users, thinkTimeSeconds, ratePerSecond, throughputPerSecond }: Observation,
  { promptTokens, outputTokens, serviceCv }: Workload,
): Workload | undefined {
  const work = { promptTokens, outputTokens, serviceCv };
  if (users) return { kind: 'closed', users, thinkTimeSeconds, ...work };
  const rate = ratePerSecond ?? throughputPerSecond;
  if (!rate) return undefined;
  const peakFactor = { value: 1, path: undefined };
  return { kind: 'open', ratePerSecond: rate, peakFactor, ...work };
}
