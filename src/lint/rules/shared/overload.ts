/** Finds scenarios with more requests in flight than slots, or with more arrivals than they can serve. */
import type { Assessment, ScenarioAssessment } from '../../../engine/assess/assessment';
import { memoize } from '../../../engine/util/cache';
import { clearlyLess } from '../../../engine/util/rounding';
import { peakRateFigure } from '../../../engine/fleet/workload';
import type { QueueingArgs } from '../../ruleArgs';
import { parallelOf, sizeOf } from './places';
import type { Report } from '../rule';

type Code = 'scenario.queueing' | 'scenario.overloaded';

export interface Queueing {
  readonly report: Report<Code>;
  /** Set if the queue certainly grows without end, by the same standard as a verified miss. */
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
