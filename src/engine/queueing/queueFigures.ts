/**
 * What a steady state means for requests. Everything follows from P(n) and the departures: in balance an
 * accepted arrival finds n others with the probability departures(n + 1) P(n + 1) / throughput, for Poisson
 * arrivals (PASTA, Wolff 1982) and for users who think (arrival theorem, Sevcik and Mitrani 1981) alike.
 */
import { meanPlace } from './geometricSeries';
import type { BirthDeath, SteadyState } from './steadyState';

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

export function queueFigures(chain: BirthDeath, state: SteadyState): QueueFigures {
  const { slots, departures } = chain;
  const { first, probabilities, queue } = state;
  let active = 0;
  let throughputInSlots = 0;
  let queueing = queue?.probability ?? 0;
  let queued = queue && queueing > 0 ? queueing * meanPlace(queue) : 0;
  probabilities.forEach((probability, i) => {
    const n = first + i;
    if (n > slots) {
      queueing += probability;
      queued += (n - slots) * probability;
    } else if (n > 0) {
      active += n * probability;
      throughputInSlots += departures(n) * probability;
    }
  });
  active += slots * queueing;
  // Departures do not change beyond the slots.
  const throughputQueueing = queueing > 0 ? departures(slots + 1) * queueing : 0;
  const throughput = throughputInSlots + throughputQueueing;
  const rejected =
    state.fullProbability > 0 ? chain.arrivals(chain.room) * state.fullProbability : 0;
  return {
    responseTime: (active + queued) / throughput,
    waitingTime: queued / throughput,
    inSystem: active + queued,
    active,
    throughput,
    waitProbability: throughputQueueing / throughput,
    // Without think time, users who are turned away ask again at once, for ever.
    rejectProbability: rejected === Infinity ? 1 : rejected / (throughput + rejected),
    utilisation: active / slots,
  };
}
