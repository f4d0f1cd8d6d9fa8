/** Fixed nodes with more requests in flight than slots, or with arrivals that they can never catch up with. */
import { capacityPerServer } from '../../engine/fullServer';
import { clearlyLess } from '../../engine/rounding';
import { peakRateFigure } from '../../engine/workload';
import { parallelOf, sizeOf } from './places';
import { defineRule } from './rule';

export const scenarioQueueing = defineRule({
  code: 'scenario.queueing',
  defaultSeverity: 'warning',
  title: 'A scenario has more requests in flight than slots, or turns requests away',
  *check({ assessment }) {
    for (const scenario of assessment.scenarios) {
      const { load, parallel, overloaded, isFull } = scenario;
      const queues = load !== undefined && clearlyLess(parallel.value, load.value);
      if (!overloaded && !isFull && !queues) continue;
      const { inFlight, slots, queueDepth, waiting } = scenario;
      const { workload, name } = scenario.scenario;
      yield {
        at: sizeOf(scenario),
        args: {
          scenario,
          inFlight,
          slots,
          queueDepth,
          waiting,
          overloaded,
          isFull,
          arriving: workload?.kind === 'open' ? peakRateFigure(workload) : undefined,
          capacityPerServer: capacityPerServer(scenario),
        },
        related: [{ at: parallelOf(scenario), role: 'scenario', name }],
      };
    }
  },
});
