/**
 * What a steady state means for requests. Everything follows from P(n) and the departures: in balance an
 * accepted arrival finds n others with the probability departures(n + 1) P(n + 1) / throughput, for Poisson
 * arrivals (PASTA, Wolff 1982) and for users who think (arrival theorem, Sevcik and Mitrani 1981) alike.
 */
import { arrivalsAt, departuresAt, type BirthDeath } from './birthDeath';
import { geometricQueue, hasSteadyState } from './geometricQueue';
import { meanPlace } from './geometricSeries';
import { walkStates, type StateVisitor } from './walkStates';

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
}

/** @returns undefined without a steady state: more comes in than goes out, and nothing is turned away. */
export function queueFigures(chain: BirthDeath): QueueFigures | undefined {
  if (!hasSteadyState(chain)) return undefined;
  const { slots, room, users } = chain;
  const sums = new StateSums(slots);
  const walked = walkStates(chain, sums);
  const series = geometricQueue(chain, walked, sums.total);
  const share = (series?.complement ?? 1) / sums.total;
  const queueing = share * sums.queueing + (series?.probability ?? 0);
  const queued = share * sums.queued + (series ? series.probability * meanPlace(series) : 0);
  const active = share * sums.active + slots * queueing;
  // Departures do not change beyond the slots.
  const throughputQueueing = departuresAt(chain, slots) * queueing;
  const throughput = share * sums.throughput + throughputQueueing;
  const full = series?.fullProbability ?? (walked.last === room ? share * sums.last : 0);
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
  };
}

/** Weighted sums over the states: requests in slots, answers a second, requests that queue. */
class StateSums implements StateVisitor {
  total = 0;
  active = 0;
  throughput = 0;
  queueing = 0;
  queued = 0;
  last = 0;

  constructor(private readonly slots: number) {}

  visit(n: number, weight: number, departures: number): void {
    this.total += weight;
    this.last = weight;
    if (n > this.slots) {
      this.queueing += weight;
      this.queued += (n - this.slots) * weight;
    } else {
      this.active += n * weight;
      this.throughput += departures * weight;
    }
  }
}
