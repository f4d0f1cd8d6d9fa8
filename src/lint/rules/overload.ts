/** Scenarios with more requests in flight than slots, or with arrivals that they can never catch up with. */
import type { Assessment, ScenarioAssessment } from '../../engine/assessment';
import { capacityPerServer } from '../../engine/fullServer';
import { memoize } from '../../engine/memoize';
import { clearlyLess } from '../../engine/rounding';
import { peakRateFigure } from '../../engine/workload';
import type { QueueingArgs } from '../ruleArgs';
import { parallelOf, sizeOf } from './places';
import type { Report } from './rule';

type Code = 'scenario.queueing' | 'scenario.overloaded';

export interface Queueing {
  readonly report: Report<Code>;
  /** Nothing that is known leaves a doubt that the queue grows without end. */
  readonly isCertain: boolean;
}

/** For the rules that share them. */
export const queueingScenarios: (assessment: Assessment) => readonly Queueing[] = memoize(
  ({ scenarios }: Assessment) => scenarios.flatMap((scenario) => toQueueing(scenario) ?? []),
);

function toQueueing(scenario: ScenarioAssessment): Queueing | undefined {
  const { load, parallel, overloaded, isFull } = scenario;
  const queues = load !== undefined && clearlyLess(parallel.value, load.value);
  if (!overloaded && !isFull && !queues) return undefined;
  const { inFlight, slots, queueDepth, waiting } = scenario;
  const { workload, name } = scenario.scenario;
  const args: QueueingArgs = {
    scenario,
    inFlight,
    slots,
    queueDepth,
    waiting,
    overloaded,
    isFull,
    arriving: workload?.kind === 'open' ? peakRateFigure(workload) : undefined,
    capacityPerServer: capacityPerServer(scenario),
  };
  const related = [{ at: parallelOf(scenario), role: 'scenario', name }] as const;
  const report = { at: sizeOf(scenario), args, related };
  return { report, isCertain: overloaded && isCertainlyOverloaded(args) };
}

/** As a miss is verified: by the plan alone, or by measurements. */
function isCertainlyOverloaded({ scenario, arriving, capacityPerServer: capacity }: QueueingArgs) {
  if (scenario.servingNodes?.value === 0) return true;
  if (!arriving || !capacity || arriving.provenance.caveats.length > 0) return false;
  const { known, reach, caveats } = capacity.provenance;
  return known === 'measured' && reach !== 'extrapolated' && caveats.length === 0;
}
