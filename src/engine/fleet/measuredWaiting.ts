/**
 * Computes how much of a measured time may be queueing delay that a fleet need not have. With a constant number in
 * flight no request queues, and all share the server equally. With more servers on a queue, fewer requests wait.
 */
import { waitingOf } from './queueingDelay';
import { delayIn } from './timeDelay';
import type { CurvePoint } from '../curve/curve';
import { wasLoadedAtMost } from './measuredBound';
import { memoize } from '../util/cache';
import { observedServers } from '../observation/observedServers';
import { hasRandomArrivals } from '../observation/observedArrivals';
import { modelServer, operate, type ServerModel } from './operate';
import type { Observation, Policy, TimeObjective, Workload } from '../plan/plan';
import { ROUTING_TRAITS } from '../plan/routings';
import { atMost } from '../util/rounding';

/**
 * Queueing delay in a measured time.
 * @returns Seconds, by the queueing model; Infinity if the model cannot solve it.
 */
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

/**
 * Tells if the fleet waits as long as the run. It needs no less load per server, the same kind of arrivals, and no more
 * servers on each queue.
 */
function waitsAsLong(
  model: ServerModel,
  observation: Observation,
  servers: number,
  { routing }: Policy,
): boolean {
  if (!wasLoadedAtMost(model, servers, observation)) return false;
  const measured = observedServers(observation, model.engine.spec);
  return atMost(servers, measured) || (ROUTING_TRAITS[routing.value].keepsChance && measured === 1);
}

const chanceIn = memoize((model: ServerModel) =>
  memoize((observation: Observation) => {
    const waiting = waitingOfRun(model, observation);
    return (quantity: TimeObjective, measured: number): number =>
      waiting ? delayIn(waiting, quantity, measured) : Infinity;
  }),
);

function waitingOfRun({ engine, workload: asked }: ServerModel, observation: Observation) {
  const workload = workloadOf(observation, asked);
  if (!workload || !observation.parallel) return undefined;
  const model = modelServer(engine, observation.parallel.value, workload);
  const servers = observedServers(observation, engine.spec);
  return waitingOf(model, servers, operate(model, servers)?.load, SEPARATE_QUEUES, 'exact');
}

/** Policy of an observation, which does not state its routing. Random routing has the longest waits. */
const SEPARATE_QUEUES: Policy = {
  headroom: { value: 0, path: undefined },
  spare: { value: 0, path: undefined },
  routing: { value: 'random', path: undefined },
};

/** Workload of an observation, as stated. The spread of its work is that of the plan's workload. */
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
