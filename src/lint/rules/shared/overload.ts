/** Finds scenarios with more requests in flight than slots, or with more arrivals than they can serve. */
import type { Assessment, ScenarioAssessment } from '../../../engine/assess/assessment';
import type { Figure } from '../../../engine/figure/figure';
import { memoize } from '../../../engine/util/cache';
import { clearlyLess } from '../../../engine/util/rounding';
import { peakRateFigure } from '../../../engine/fleet/workload';
import { parallelOf, sizeOf } from './places';
import type { Report } from './rule';

export interface QueueingArgs {
  readonly scenario: ScenarioAssessment;
  /** Undefined where the nodes are overloaded: then there is no end to it. */
  readonly inFlight: Figure | undefined;
  readonly slots: Figure | undefined;
  readonly queueDepth: Figure | undefined;
  readonly waiting: Figure | undefined;
  readonly overloaded: boolean;
  /** Every slot and every place in a limited queue is taken: the rest is turned away. */
  readonly isFull: boolean;
  /** Where overloaded by arrivals: how many come, and how many one server can answer. */
  readonly arriving: Figure | undefined;
  readonly capacityPerServer: Figure | undefined;
}

export interface Queueing {
  readonly report: Report<QueueingArgs>;
  /** As a miss is verified: nothing that is known leaves a doubt that the queue grows without end. */
  readonly isCertain: boolean;
}

/** Queueing scenarios, for the rules that share them. */
export const queueingScenarios: (assessment: Assessment) => readonly Queueing[] = memoize(
  ({ scenarios }: Assessment) => scenarios.flatMap((scenario) => toQueueing(scenario) ?? []),
);

function toQueueing(scenario: ScenarioAssessment): Queueing | undefined {
  const { load, parallel, overloaded, isFull } = scenario;
  const queues = load !== undefined && clearlyLess(parallel.value, load.value);
  if (!overloaded && !isFull && !queues) return undefined;
  const { inFlight, slots, queueDepth, waiting } = scenario;
  const { workload, name } = scenario.spec;
  const args: QueueingArgs = {
    scenario,
    inFlight,
    slots,
    queueDepth,
    waiting,
    overloaded,
    isFull,
    arriving: workload?.kind === 'open' ? peakRateFigure(workload) : undefined,
    capacityPerServer: scenario.overload?.capacityPerServer,
  };
  const related = [{ at: parallelOf(scenario), role: 'scenario', name }] as const;
  const report = { at: sizeOf(scenario), args, related };
  return { report, isCertain: overloaded && scenario.overload?.doubts.length === 0 };
}
