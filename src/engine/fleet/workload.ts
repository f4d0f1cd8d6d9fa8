/** What a workload asks for, as figures. */
import type { Figure } from '../figure/figure';
import { deriveFigure, statedFigure } from '../figure/figures';
import type { ClosedWorkload, OpenWorkload, Policy, Workload } from '../plan/plan';
import { ROUTING_TRAITS } from '../plan/routings';

export function usersFigure(workload: ClosedWorkload): Figure {
  return statedFigure(workload.users, 'users', 'users');
}

export function thinkTimeFigure(workload: ClosedWorkload): Figure {
  return statedFigure(workload.thinkTimeSeconds, 's', 'thinkTime');
}

/** Arrivals at the peak: that is what has to be served. */
export function peakRateFigure(workload: OpenWorkload): Figure {
  const rate = statedFigure(workload.ratePerSecond, 'requests/s', 'rate');
  if (workload.peakFactor.value === 1) return rate;
  const peakFactor = statedFigure(workload.peakFactor, 'factor', 'peakFactor');
  return deriveFigure('arrivals.peak', rate.value * peakFactor.value, 'requests/s', {
    rate,
    peakFactor,
  });
}

/** Users who never pause come at no rate: each is always in flight. */
export function isAlwaysInFlight(workload: Workload): boolean {
  return workload.kind === 'closed' && workload.thinkTimeSeconds.value === 0;
}

/**
 * Whether the balance alone leaves waiting out: with users who think, or with open arrivals, requests
 * come by chance and queue even where the mean fits; without think time every user is always in flight.
 * Then only least-busy routing keeps the servers even: it sends the next request where an answer has just left.
 */
export function hasRandomQueueing(workload: Workload, { routing }: Policy): boolean {
  return !isAlwaysInFlight(workload) || !ROUTING_TRAITS[routing.value].sharesQueue;
}
