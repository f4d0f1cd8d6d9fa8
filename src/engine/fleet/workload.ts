/** Load of a workload, as figures. */
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

/** Arrivals at the peak, which have to be served. */
export function peakRateFigure(workload: OpenWorkload): Figure {
  const rate = statedFigure(workload.ratePerSecond, 'requests/s', 'rate');
  if (workload.peakFactor.value === 1) return rate;
  const peakFactor = statedFigure(workload.peakFactor, 'factor', 'peakFactor');
  return deriveFigure('arrivals.peak', rate.value * peakFactor.value, 'requests/s', {
    rate,
    peakFactor,
  });
}

/** Tells if users never pause: then each always has a request in flight. */
export function isAlwaysInFlight(workload: Workload): boolean {
  return workload.kind === 'closed' && workload.thinkTimeSeconds.value === 0;
}

/**
 * Tells if average load leaves out queueing. Users who think, and open arrivals, come at random and queue even if the
 * average load fits. Without think time every user always has a request in flight. Then only least-busy routing keeps
 * the servers even: it sends the next request to the server that has just answered.
 */
export function hasRandomQueueing(workload: Workload, { routing }: Policy): boolean {
  return !isAlwaysInFlight(workload) || !ROUTING_TRAITS[routing.value].sharesQueue;
}
