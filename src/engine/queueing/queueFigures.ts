/**
 * Figures of requests in a steady state, from P(n) and the departures. In balance an accepted arrival finds n others
 * with the probability departures(n + 1) P(n + 1) / throughput. That is true for Poisson arrivals (PASTA, Wolff 1982)
 * and for users who think (arrival theorem, Sevcik and Mitrani 1981).
 */
import { arrivalsAt, type BirthDeath } from './birthDeath';
import { geometricQueue, hasSteadyState } from './geometricQueue';
import { meanPlace } from './geometricSeries';
import { sumStates, type StateSums } from './stateSums';

/** Figures in seconds, requests, requests per second, and shares of 1. */
export interface QueueFigures {
  /** Mean time from arrival to answer of an accepted request, waiting included. */
  readonly responseTime: number;
  /** Mean wait for a slot of an accepted request, zeros included. */
  readonly waitingTime: number;
  /** Requests waiting or in service, mean. */
  readonly inSystem: number;
  /** Requests in service, mean. */
  readonly active: number;
  /** Accepted and answered requests a second. */
  readonly throughput: number;
  /** Probability that an accepted request finds every slot taken. */
  readonly waitProbability: number;
  /** Probability that a request finds every place taken and is rejected. */
  readonly rejectProbability: number;
  /** Share of the slots that is busy. */
  readonly utilisation: number;
  /**
   * Spread of the time in a slot between requests of one length, which share their server with more or fewer others. It
   * is the squared coefficient of variation of S(b) over the states that requests without a wait arrive at. It assumes
   * that b stays as it was at the arrival, which is right for requests of one length.
   */
  readonly serviceSpread: number;
  /** Skewness of the same times. */
  readonly serviceSkew: number;
}

/**
 * Solves a chain.
 * @returns undefined without a steady state: more arrives than leaves, and nothing is rejected.
 */
export function queueFigures(chain: BirthDeath): QueueFigures | undefined {
  if (!hasSteadyState(chain)) return undefined;
  const { slots, room, users } = chain;
  const sums = sumStates(chain);
  const series = geometricQueue(chain, sums);
  const share = (series?.complement ?? 1) / sums.total;
  const queueing = share * sums.queueing + (series?.probability ?? 0);
  const queued = share * sums.queued + (series ? series.probability * meanPlace(series) : 0);
  const active = share * sums.active + slots * queueing;
  // Departures do not change beyond the slots.
  const throughputQueueing = chain.full * queueing;
  const throughput = share * sums.throughput + throughputQueueing;
  const full =
    series?.fullProbability ?? (sums.last === room ? share * Math.exp(sums.logOfLast) : 0);
  // Without think time, rejected users send again at once, for ever.
  // of a batch, those beyond the room are rejected
  const rejected =
    full > 0 && users !== room
      ? (arrivalsAt(chain, room, chain.full) * full) / (1 - chain.together)
      : 0;
  return {
    responseTime: (active + queued) / throughput,
    waitingTime: queued / throughput,
    inSystem: active + queued,
    active,
    throughput,
    waitProbability: throughputQueueing / throughput,
    rejectProbability: rejected === Infinity ? 1 : rejected / (throughput + rejected),
    utilisation: active / slots,
    serviceSpread: spreadOf(sums),
    serviceSkew: skewOf(sums),
  };
}

/**
 * Spread of S(b). An accepted request makes it n in slots as often as one of n is answered, and then takes n /
 * departures.
 */
function spreadOf({ throughput, active, squaresByThroughput }: StateSums): number {
  if (!(throughput > 0)) return 0;
  const mean = active / throughput;
  return Math.max(0, squaresByThroughput / throughput / (mean * mean) - 1);
}

function skewOf({ throughput, active, squaresByThroughput, cubesByThroughput }: StateSums): number {
  if (!(throughput > 0)) return 0;
  const mean = active / throughput;
  const second = squaresByThroughput / throughput / mean ** 2;
  const third = cubesByThroughput / throughput / mean ** 3;
  const variance = second - 1;
  return variance > ROUNDING ? (third - 3 * second + 2) / variance ** 1.5 : 0;
}

/** Variance that is only rounding. */
const ROUNDING = 1e-9;
