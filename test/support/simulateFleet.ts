/**
 * Simulates servers behind a router by discrete events, to judge the queueing formulas. It has users who think or
 * arrivals at a rate, slots and queues on each server, and work of any variability. Slow and simple.
 */
import type { Routing } from '../../src/engine/plan/plan';
import { EventQueue } from './eventQueue';
import { seededRandom } from './mutatePlan';
import { workDistribution } from '../../src/engine/queueing/workDistribution';
import { drawAroundOne } from './randomNumbers';
import type { Random } from './randomNumbers';
import { SimulatedServer } from './simulatedServer';

export interface Fleet {
  readonly workload:
    | { readonly kind: 'closed'; readonly users: number; readonly thinkTime: number }
    | { readonly kind: 'open'; readonly arrivalRate: number };
  readonly servers: number;
  readonly slots: number;
  readonly maxQueue: number;
  /** X(b): requests a second with b in service. */
  readonly throughput: (b: number) => number;
  readonly routing: Routing;
  /** Coefficient of variation of a request's work. */
  readonly serviceCv: number;
  /** Coefficient of variation of think times, or of the gaps between arrivals. */
  readonly arrivalCv: number;
  readonly seed: number;
  /** Answers to count, after a fifth as many that are dropped as warm-up. */
  readonly requests: number;
}

export interface Simulated {
  readonly mean: number;
  /** Half of the 95 % confidence interval of the mean, by 20 batch means. */
  readonly meanError: number;
  /** Response time that the share `p` of the accepted requests stays within. */
  readonly percentile: (p: number) => number;
  /** Share of accepted requests that found no slot free. */
  readonly waitProbability: number;
  readonly rejectedShare: number;
}

const BATCHES = 20;
/** Student's t for 19 degrees of freedom, 97.5 %. */
const T_19 = 2.093;

export function simulateFleet(fleet: Fleet): Simulated {
  const random = seededRandom(fleet.seed);
  const servers = Array.from(
    { length: fleet.servers },
    () => new SimulatedServer(fleet.slots, fleet.throughput),
  );
  const events = new EventQueue();
  const { workload } = fleet;
  const think = (time: number, user: number): void => {
    const mean = workload.kind === 'closed' ? workload.thinkTime : 1 / workload.arrivalRate;
    const gap = mean * drawAroundOne(random, fleet.arrivalCv);
    events.push({ time: time + gap, kind: 'request', who: user, version: 0 });
  };
  const sources = workload.kind === 'closed' ? workload.users : 1;
  // Users start at different times: fixed think times would keep them in step for ever.
  const spread = workload.kind === 'closed' ? workload.thinkTime + 1 / fleet.throughput(1) : 0;
  for (let user = 0; user < sources; user++) {
    events.push({ time: random() * spread, kind: 'request', who: user, version: 0 });
  }
  const foresee = (index: number): void => {
    const server = servers[index];
    if (!server) return;
    const time = server.nextAnswer();
    if (time < Infinity) events.push({ time, kind: 'answer', who: index, version: server.version });
  };

  const { quantile } = workDistribution(fleet.serviceCv);
  const warmUp = Math.ceil(fleet.requests / 5);
  const responses: number[] = [];
  let [answered, offered, rejected, accepted, waited, turn] = [0, 0, 0, 0, 0, 0];
  while (responses.length < fleet.requests) {
    const event = events.pop();
    if (!event) throw new RangeError('nothing happens any more');
    const { time, who } = event;
    if (event.kind === 'request') {
      const index = route(fleet.routing, servers, random, turn++);
      const server = servers[index];
      if (!server) throw new RangeError('no such server');
      const counts = answered >= warmUp ? 1 : 0;
      offered += counts;
      if (workload.kind === 'open') think(time, who);
      if (server.inFlight >= fleet.slots + fleet.maxQueue) {
        rejected += counts;
        if (workload.kind === 'closed') think(time, who);
        continue;
      }
      const work = quantile(random());
      const begun = server.accept({ user: who, arrived: time, work }, time);
      accepted += counts;
      waited += begun ? 0 : counts;
      foresee(index);
    } else {
      const server = servers[who];
      if (server?.version !== event.version) continue;
      const { done } = server.answer(time);
      foresee(who);
      if (workload.kind === 'closed') think(time, done.user);
      if (answered++ >= warmUp) responses.push(time - done.arrived);
    }
  }
  const sorted = Float64Array.from(responses).sort();
  return {
    ...meanOf(responses),
    percentile: (p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0,
    waitProbability: waited / accepted,
    rejectedShare: rejected / offered,
  };
}

function route(
  routing: Routing,
  servers: readonly SimulatedServer[],
  random: Random,
  turn: number,
): number {
  if (routing === 'round-robin') return turn % servers.length;
  if (routing === 'random') return Math.floor(random() * servers.length);
  const least = Math.min(...servers.map((server) => server.inFlight));
  const candidates = servers.flatMap((server, i) => (server.inFlight === least ? [i] : []));
  return candidates[Math.floor(random() * candidates.length)] ?? 0;
}

function meanOf(responses: readonly number[]): { mean: number; meanError: number } {
  const size = Math.floor(responses.length / BATCHES);
  const means = Array.from({ length: BATCHES }, (_, i) =>
    average(responses.slice(i * size, (i + 1) * size)),
  );
  const mean = average(means);
  const variance = means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / (BATCHES - 1);
  return { mean: average(responses), meanError: T_19 * Math.sqrt(variance / BATCHES) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
