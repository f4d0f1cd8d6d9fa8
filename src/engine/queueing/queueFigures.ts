/**
 * What a steady state means for requests. Everything follows from P(n) and the departures: in balance an
 * accepted arrival finds n others with the probability departures(n + 1) P(n + 1) / throughput, for Poisson
 * arrivals (PASTA, Wolff 1982) and for users who think (arrival theorem, Sevcik and Mitrani 1981) alike.
 */
import { arrivalsAt, type BirthDeath } from './birthDeath';
import { geometricQueue, hasSteadyState } from './geometricQueue';
import { meanPlace } from './geometricSeries';
import { sumStates, type StateSums } from './stateSums';

/** Seconds, requests, requests per second, shares of 1. */
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
  /** That an accepted request finds every slot taken. */
  readonly waitProbability: number;
  /** That a request finds every place taken and is turned away. */
  readonly rejectProbability: number;
  /** Share of the slots that is busy. */
  readonly utilisation: number;
  /**
   * How the time in a slot differs between requests of one length because they share their server with more or
   * fewer others: the squared coefficient of variation of S(b) over the states that requests which need not
   * wait come to. As if b stayed what it was at the arrival, which is right for requests of one length.
   */
  readonly serviceSpread: number;
}

/** @returns undefined without a steady state: more comes in than goes out, and nothing is turned away. */
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
  // Without think time, users who are turned away ask again at once, for ever.
  const rejected = full > 0 && users !== room ? arrivalsAt(chain, room) * full : 0;
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
  };
}

/** An accepted request makes it n in slots as often as one of n is answered, and takes n / departures then. */
function spreadOf({ throughput, active, squaresByThroughput }: StateSums): number {
  if (!(throughput > 0)) return 0;
  const mean = active / throughput;
  return Math.max(0, squaresByThroughput / throughput / (mean * mean) - 1);
}
