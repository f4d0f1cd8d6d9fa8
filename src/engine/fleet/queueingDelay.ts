/**
 * What chance adds to the balance of a fleet: users who think, and open arrivals, come by chance and wait
 * for a slot even where the mean fits. `queueing/` has the models and says where they err.
 */
import type { LatencyCurve } from '../curve/curve';
import type { CurveSegment } from '../curve/predict';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Percentile, Policy, TimeObjective, Workload } from '../plan/plan';
import { latencyDistribution } from '../queueing/latencyDistribution';
import { predictWaiting, type Waiting } from '../queueing/predictWaiting';
import { timesTheMean } from '../queueing/spread';
import type { WaitingQuestion } from '../queueing/waitingQuestion';
import { createFifoCache, memoize, memoizeLast } from '../util/cache';
import { throughputAt } from './balance';
import { peakRate, queuePlaces, type ServerModel } from './operate';

/**
 * @param load Requests in flight on a server by the balance; undefined where that has no steady state.
 * @param loadIs What b in S(b) is: see `WaitingQuestion`.
 * @returns undefined without a steady state, or where nothing is known of the latency.
 */
export function waitingOf(
  model: ServerModel,
  servers: number,
  load: number | undefined,
  policy: Policy,
  loadIs: WaitingQuestion['loadIs'] = 'mean',
): Waiting | undefined {
  const { workload, parallel, segments } = model;
  const asked = workload.kind === 'closed' ? workload.users.value : peakRate(workload);
  const solvedServers = serversToSolve(workload, asked, servers, parallel);
  const perServer = asked / servers;
  if (segments.length === 0 || !canSolve(model, servers)) return undefined;
  const thinkTime = workload.kind === 'closed' ? noticeable(workload.thinkTimeSeconds.value) : 0;
  const question = {
    servers: solvedServers,
    slots: parallel,
    maxQueue: queuePlaces(model),
    routing: policy.routing.value,
    serviceCv: workload.serviceCv.value,
    arrivalCv: 1, // of people
    balanceLoad: load,
    loadIs,
  };
  const total = perServer * solvedServers;
  const arrivals =
    workload.kind === 'closed'
      ? // whole users; one more than the share rather than one fewer
        ({ kind: 'closed', users: Math.ceil(total - 1e-9), thinkTime } as const)
      : ({ kind: 'open', arrivalRate: total } as const);
  const speed = `${curveId(model.engine.curve)}/${parallel}`;
  const key = [...Object.values(question), ...Object.values(arrivals), speed].join(' ');
  return SOLVED.get(key, () =>
    predictWaiting({ ...question, arrivals, throughput: throughputOf(segments) }),
  );
}

/**
 * The chain has a state for each user, or request, of the fleet. Beyond so many a share of the fleet with the
 * same load is solved in its place: a smaller pool waits a little longer, so the answer errs on the safe side.
 */
const MOST_SOLVED = 10_000;
const MOST_PER_SERVER = 1_000_000;

function serversToSolve(workload: Workload, asked: number, servers: number, slots: number): number {
  const states = workload.kind === 'closed' ? asked : servers * slots;
  return Math.max(1, Math.floor(servers * Math.min(1, MOST_SOLVED / states)));
}

/** Whether the model of waiting takes so many users, or arrivals, for a server. */
export function canSolve({ workload }: ServerModel, servers: number): boolean {
  const asked = workload.kind === 'closed' ? workload.users.value : peakRate(workload);
  return asked / servers <= MOST_PER_SERVER;
}

/** The largest `parallel` with which as many servers stand for the fleet as with that of the model, or a smaller one. */
export function largestEquivalentSolved(
  { workload, parallel }: ServerModel,
  servers: number,
): number {
  if (workload.kind === 'closed') return Infinity;
  const solved = (slots: number): number => serversToSolve(workload, Infinity, servers, slots);
  const largest = Math.floor(MOST_SOLVED / solved(parallel));
  return solved(largest) === solved(parallel) ? largest : parallel;
}

/** The same question has the same answer. Up to 8 MB of them. */
const SOLVED = createFifoCache<Waiting | undefined>(1_000_000, () => FIGURES_OF_A_CHAIN);
const FIGURES_OF_A_CHAIN = 64;

/** A number that tells a curve from others: what is known of its points decides the rest of it. Up to 4 MB of them. */
const curveId = memoize(({ follows, shape, points }: LatencyCurve): number => {
  const known = points.map(({ at, latency }) => `${at} ${latency.value} ${latency.bound}`);
  return CURVE_IDS.get([follows, shape, ...known].join(), () => nextCurveId++);
});

const CURVE_IDS = createFifoCache<number>(500_000, () => 1);
let nextCurveId = 0;

/** Latency that so many of the requests stay within, chance and the spread of their work included; seconds. */
export function percentileOf(waiting: Waiting, percentile: Percentile): number {
  const known = percentilesOf(waiting);
  let seconds = known.get(percentile);
  if (seconds === undefined) {
    seconds = distributionOf(waiting).percentile(PERCENTILE_SHARES[percentile]);
    known.set(percentile, seconds);
  }
  return seconds;
}

/** Its tables take more than the figures that are kept, and p95 and p99 are asked for one after the other. */
const distributionOf = memoizeLast(latencyDistribution);

const percentilesOf = memoize((_: Waiting) => new Map<Percentile, number>());

/** What waiting for a slot adds to a time; seconds. It delays the first token, not the others. */
export function waitingDelayOf(waiting: Waiting, quantity: TimeObjective): number {
  switch (quantity) {
    case 'latency':
    case 'ttft':
      return waiting.waiting;
    case 'tpot':
      return 0;
    default: {
      const alone = percentileOf(withoutWaiting(waiting), quantity);
      return Math.max(0, percentileOf(waiting, quantity) - alone);
    }
  }
}

/** Of requests whose work alone differs: as many are in flight at every moment as by the balance; seconds. */
export function percentileWithoutQueueing(waiting: Waiting, percentile: Percentile): number {
  return timesTheMean(waiting.serviceCv, PERCENTILE_SHARES[percentile]) * waiting.balanceService;
}

/**
 * What chance has added to a time that was measured so, waiting for a slot and slower answers in it; seconds.
 * @param all By the model with what chance does in slots.
 */
export function queueingDelayOf(all: Waiting, quantity: TimeObjective, seconds: number): number {
  const { waiting, service, balanceService } = all;
  const slowed = Math.max(0, 1 - balanceService / service);
  switch (quantity) {
    case 'latency':
      return waiting + Math.max(0, service - balanceService);
    case 'ttft':
      return waiting + slowed * Math.max(0, seconds - waiting);
    case 'tpot':
      return slowed * seconds;
    default:
      return Math.max(0, percentileOf(all, quantity) - percentileWithoutQueueing(all, quantity));
  }
}

/** The same requests, none of them waiting for a slot. */
const withoutWaiting = memoize((waiting: Waiting): Waiting => ({
  ...waiting,
  latency: waiting.service,
  waiting: 0,
  waitProbability: 0,
}));

/** Nobody thinks for less than a microsecond, and rates of 1 / 0 are no numbers. */
function noticeable(thinkTimeSeconds: number): number {
  return thinkTimeSeconds < 1e-6 ? 0 : thinkTimeSeconds;
}

/** X(b) = b / S(b); the same function for all servers of a curve, since what it says is kept with it. */
const throughputOf = memoize(
  (segments: readonly CurveSegment[]) => (load: number) => throughputAt(segments, load),
);
