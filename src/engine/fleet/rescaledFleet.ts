/**
 * Times of a fleet whose servers are slower, or faster, than their curve by a factor at every load. On a clock that runs
 * so much slower they are as fast as the curve, and requests come faster. So near its capacity a fleet is slower by much
 * more than the factor: more requests are in flight, which slow each other down.
 */
import type { TimeObjective, Workload } from '../plan/plan';
import { createAnswers } from '../util/cache';
import { evidenceFor } from './evidence';
import { Fleet } from './fleet';

export interface Rescaling {
  /** Factor on S(b). */
  readonly slowness: number;
  /** True for arrivals at random, where the plan states that they are less even. */
  readonly isEven?: boolean;
}

/** Seconds of a quantity; Infinity if the servers cannot keep up, undefined if nothing is known of it. */
export function timeIfRescaled(
  fleet: Fleet,
  quantity: TimeObjective,
  rescaling: Rescaling,
): number | undefined {
  const rescaled = rescale(fleet, rescaling);
  // nothing but a steady state is missing, as there is one at the curve's own speed
  if (!rescaled.modelledWaiting) return Infinity;
  const figure = evidenceFor(rescaled, quantity)?.figure;
  return figure?.bound === 'exact' ? figure.value * rescaling.slowness : undefined;
}

/** The same fleet for all quantities: they share its queue. */
function rescale(fleet: Fleet, { slowness, isEven = false }: Rescaling): Fleet {
  return rescaledFrom([fleet], `${slowness} ${isEven}`, () => {
    const { model, parallel, nodes, policy } = fleet;
    const workload = hurried(isEven ? evened(model.workload) : model.workload, slowness);
    return new Fleet({ ...model, workload }, parallel, nodes, policy);
  });
}

const rescaledFrom = createAnswers<string, Fleet>();

function hurried(workload: Workload, factor: number): Workload {
  if (workload.kind === 'open') {
    const { ratePerSecond } = workload;
    const value = ratePerSecond.value * factor;
    return { ...workload, ratePerSecond: { ...ratePerSecond, value } };
  }
  const { thinkTimeSeconds } = workload;
  const value = thinkTimeSeconds.value / factor;
  return { ...workload, thinkTimeSeconds: { ...thinkTimeSeconds, value } };
}

function evened(workload: Workload): Workload {
  if (workload.kind === 'closed' || !workload.burstiness || workload.burstiness.value <= 1) {
    return workload;
  }
  return { ...workload, burstiness: { ...workload.burstiness, value: 1 } };
}
