/** Fixed nodes that a growing workload outgrows within its horizon. */
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import {
  findFleetBreak,
  horizonWithinRange,
  monthlyGrowth,
  type FleetBreak,
} from '../../engine/explore/fleetBreak';
import { constantFigure } from '../../engine/figure/figures';
import { assessAt, loadAfter } from '../../engine/assess/scaledWorkload';
import type { Growth, Workload } from '../../engine/plan/plan';
import { parallelOf } from './shared/places';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface WorkloadFleetBreaksArgs {
  readonly scenario: ScenarioAssessment;
  readonly breaks: FleetBreak;
  /** By the month. */
  readonly growth: Figure;
  readonly horizon: Figure;
  /** What the scenario would be sized to at the end of the horizon. */
  readonly needed: Figure | undefined;
}

export const workloadFleetBreaks = defineRule({
  code: 'workload.fleet-breaks',
  defaultSeverity: 'warning',
  title: 'The workload outgrows the nodes of a scenario within its horizon',
  *check({ assessment }): Reports<WorkloadFleetBreaksArgs> {
    for (const scenario of assessment.scenarios) {
      const { nodes, workload, name } = scenario.spec;
      if (nodes?.path === undefined || !grows(workload)) continue;
      const breaks = findFleetBreak(assessment.plan, scenario);
      // what falls short today has findings of its own
      if (!breaks || breaks.month.value === 0) continue;
      const growth = monthlyGrowth(workload.growth);
      const horizon = horizonWithinRange(workload, growth);
      const needed = nodesAtHorizon(assessment, breaks, workload, growth, horizon);
      const growthPath = workload.growth.share.path;
      yield {
        at: valueAt(nodes.path),
        args: { scenario, breaks, growth, horizon, needed },
        related: [
          ...(growthPath === undefined
            ? []
            : ([{ at: valueAt(growthPath), role: 'workload' }] as const)),
          { at: parallelOf(scenario), role: 'scenario', name },
        ],
      };
    }
  },
});

function grows(workload: Workload | undefined): workload is Workload & { growth: Growth } {
  return (workload?.growth?.share.value ?? 0) > 0;
}

/** What the scenario would be sized to at the end of the horizon: for its target, where that breaks. */
function nodesAtHorizon(
  { plan }: Assessment,
  { then, because }: FleetBreak,
  workload: Workload,
  growth: Figure,
  horizon: Figure,
): Figure | undefined {
  const asked = loadAfter(workload, growth, constantFigure(horizon.value, 'months'));
  const { spec: scenario, engine, parallel } = then;
  const sizeFor =
    because === 'target' ? ({ value: 'target', path: undefined } as const) : scenario.sizeFor;
  const sized = { spec: { ...scenario, sizeFor }, engine, parallel };
  return assessAt(plan, sized, workload, asked, undefined).nodes;
}
