/**
 * Computes the queueing delay of a fleet. Users who think, and open arrivals, come at random and queue even if the
 * average load fits. `queueing/` has the models and states their errors.
 */
import type { LatencyCurve } from '../curve/curve';
import { observationsOf, type CurveSegment } from '../curve/predict';
import { hasOpenArrivals } from '../observation/observedArrivals';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Percentile, Policy, TimeObjective, TokenPercentile, Workload } from '../plan/plan';
import { latencyDistribution } from '../queueing/latencyDistribution';
import { predictWaiting, type Waiting } from '../queueing/predictWaiting';
import { workDistribution } from '../queueing/workDistribution';
import type { WaitingQuestion } from '../queueing/waitingQuestion';
import { createFifoCache, memoize, memoizeLast } from '../util/cache';
import { throughputAt } from './balance';
import { runningLimit } from './runningLimit';
import { peakRate, queuePlaces, type ServerModel } from './operate';

/**
 * Result of the queueing model for a fleet.
 * @param load Requests in flight on a server at average load; undefined without a steady state.
 * @param loadIs Meaning of b in S(b): see `WaitingQuestion`; by default that of the engine's observations.
 * @returns undefined without a steady state, or if the latency is unknown.
 */
export function waitingOf(
  model: ServerModel,
  servers: number,
  load: number | undefined,
  policy: Policy,
  loadIs: WaitingQuestion['loadIs'] = loadMeaning(model.engine.curve),
): Waiting | undefined {
  const { workload, parallel, segments } = model;
  const asked = workload.kind === 'closed' ? workload.users.value : peakRate(workload);
  const solvedServers = serversToSolve(workload, asked, servers, parallel);
  const perServer = asked / servers;
  if (segments.length === 0 || !canSolve(model, servers)) return undefined;
  const thinkTime = workload.kind === 'closed' ? noticeable(workload.thinkTimeSeconds.value) : 0;
  const question = {
    servers: solvedServers,
    slots: Math.min(parallel, runningLimit(model.closedLoop, workload)),
    maxQueue: queuePlaces(model),
    routing: policy.routing.value,
    serviceCv: workload.serviceCv.value,
    arrivalCv: Math.sqrt(burstinessOf(workload)),
    balanceLoad: load,
    loadIs,
  };
  const total = perServer * solvedServers;
  const arrivals =
    workload.kind === 'closed'
      ? // whole users; rounded up, to be safe
        ({ kind: 'closed', users: Math.ceil(total - 1e-9), thinkTime } as const)
      : ({ kind: 'open', arrivalRate: total } as const);
  const speed = `${curveId(model.engine.curve)}/${parallel}`;
  const key = [...Object.values(question), ...Object.values(arrivals), speed].join(' ');
  return SOLVED.get(key, () =>
    predictWaiting({ ...question, arrivals, throughput: throughputOf(segments) }),
  );
}

/** Squared coefficient of variation of the gaps between arrivals: 1 at random, as people come. */
function burstinessOf(workload: Workload): number {
  return workload.kind === 'open' ? (workload.burstiness?.value ?? 1) : 1;
}

/**
 * Meaning of b in a curve. A fixed number in flight is b at every moment. With arrivals at a rate, b is a mean, and the
 * measured latency already has in it what randomness adds. One observation with a fixed number decides.
 */
const loadMeaning = memoize(({ points }: LatencyCurve): WaitingQuestion['loadIs'] => {
  const observations = observationsOf(points);
  const areMeans = observations.every(({ observation }) => hasOpenArrivals(observation));
  return areMeans && observations.length > 0 ? 'mean' : 'exact';
});

/**
 * Most users that are solved exactly. The chain has a state for each user, or request, of the fleet. Beyond this, a
 * share of the fleet with the same load is solved instead. A smaller pool waits a little longer, so the result is on
 * the safe side.
 */
const MOST_SOLVED = 10_000;
const MOST_PER_SERVER = 1_000_000;

function serversToSolve(workload: Workload, asked: number, servers: number, slots: number): number {
  const states = workload.kind === 'closed' ? asked : servers * slots;
  return Math.max(1, Math.floor(servers * Math.min(1, MOST_SOLVED / states)));
}

/** Tells if the queueing model can solve so many users, or arrivals, a server. */
export function canSolve({ workload }: ServerModel, servers: number): boolean {
  const asked = workload.kind === 'closed' ? workload.users.value : peakRate(workload);
  return asked / servers <= MOST_PER_SERVER;
}

/** Largest `parallel` that is solved with the same number of servers as the model's, or with fewer slots. */
export function largestEquivalentSolved(
  { workload, parallel }: ServerModel,
  servers: number,
): number {
  if (workload.kind === 'closed') return Infinity;
  const solved = (slots: number): number => serversToSolve(workload, Infinity, servers, slots);
  const largest = Math.floor(MOST_SOLVED / solved(parallel));
  return solved(largest) === solved(parallel) ? largest : parallel;
}

/** Cache of answers to the same question. Up to 8 MB of them. */
const SOLVED = createFifoCache<Waiting | undefined>(1_000_000, () => FIGURES_OF_A_CHAIN);
const FIGURES_OF_A_CHAIN = 64;

/** Number that identifies a curve; its points, or its knots, decide the rest of it. Up to 4 MB of them. */
const curveId = memoize(({ follows, shape, points, knots, modelled }: LatencyCurve): number => {
  const known = points.map(({ at, latency }) => `${at} ${latency.value} ${latency.bound}`);
  const read = modelled ? knots : [];
  return CURVE_IDS.get([follows, shape, ...known, ...read].join(), () => nextCurveId++);
});

const CURVE_IDS = createFifoCache<number>(500_000, () => 1);
let nextCurveId = 0;

/** Seconds that a percentile of the requests stays within, queueing and the spread of their work included. */
export function percentileOf(waiting: Waiting, percentile: Percentile): number {
  const known = percentilesOf(waiting);
  let seconds = known.get(percentile);
  if (seconds === undefined) {
    seconds = distributionOf(waiting).percentile(PERCENTILE_SHARES[percentile]);
    known.set(percentile, seconds);
  }
  return seconds;
}

/**
 * Keeps the last distribution only: its tables take more than the cached figures, and p95 and p99 are read one after
 * the other.
 */
const distributionOf = memoizeLast(latencyDistribution);

const percentilesOf = memoize((_: Waiting) => new Map<Percentile, number>());

/** Seconds that random arrivals add to a percentile that was observed with the load of the fleet. */
export function percentileDelay(waiting: Waiting, percentile: Percentile): number {
  const observed =
    waiting.loadIs === 'mean'
      ? percentileOf(withoutWaiting(waiting), percentile)
      : percentileWithoutQueueing(waiting, percentile);
  return Math.max(0, percentileOf(waiting, percentile) - observed);
}

/**
 * Seconds of a percentile of requests that differ only in their work: the number in flight is constant at the average
 * load.
 */
export function percentileWithoutQueueing(waiting: Waiting, percentile: Percentile): number {
  const { quantile } = workDistribution(waiting.serviceCv);
  return quantile(PERCENTILE_SHARES[percentile]) * waiting.balanceService;
}

/**
 * Seconds of queueing delay in such a measured time, waiting for a slot and slower answers included.
 * @param all Result of the model with the full delay in slots.
 */
export function queueingDelayOf(
  all: Waiting,
  quantity: Exclude<TimeObjective, TokenPercentile>,
  seconds: number,
): number {
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

/** The same result with no request waiting for a slot. */
const withoutWaiting = memoize((waiting: Waiting): Waiting => ({
  ...waiting,
  latency: waiting.service,
  waiting: 0,
  waitProbability: 0,
}));

/** Think time with a minimum of a microsecond, since a rate of 1 / 0 is no number. */
function noticeable(thinkTimeSeconds: number): number {
  return thinkTimeSeconds < 1e-6 ? 0 : thinkTimeSeconds;
}

/** X(b) = b / S(b), as one function for all servers of a curve, since its results are stored with it. */
const throughputOf = memoize(
  (segments: readonly CurveSegment[]) => (load: number) => throughputAt(segments, load),
);
