/** A horizon that nothing is looked at over. */
import type { KeyPath } from '../../engine/plan/plan';
import { defineRule, valueAt, type Reports } from './shared/rule';

type WorkloadNoGrowthArgs = Record<never, never>;

export const workloadNoGrowth = defineRule({
  code: 'workload.no-growth',
  defaultSeverity: 'information',
  title: 'A horizon without growth',
  *check({ assessment: { plan, scenarios } }): Reports<WorkloadNoGrowthArgs> {
    const idle = new Set<KeyPath>();
    const used = new Set<KeyPath>();
    // the plan's own workload is the scenarios', unless there are none
    const workloads = new Set([
      plan.workload,
      ...scenarios.map(({ spec: scenario }) => scenario.workload),
    ]);
    for (const workload of workloads) {
      const path = workload?.horizonMonths?.path;
      if (path !== undefined) (workload?.growth ? used : idle).add(path);
    }
    for (const path of idle) {
      const absent = [path.replace(/horizon$/, 'growth'), '/workload/growth'];
      if (!used.has(path)) yield { at: valueAt(path), args: {}, absent };
    }
  },
});
