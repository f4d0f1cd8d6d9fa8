/** Targets beyond those that every scenario, engine and table is held against: what is left out of views is said once. */
import { comparedTargets } from '../../engine/assess/comparedTargets';
import { defineRule, keyAt, type Reports } from './shared/rule';

interface PlanTooMuchWorkArgs {
  /** Targets that every scenario and engine is compared with: the first ones. */
  readonly compared: number;
  readonly targets: number;
  readonly scenarios: number;
  readonly engines: number;
}

export const planTooMuchWork = defineRule({
  code: 'plan.too-much-work',
  defaultSeverity: 'warning',
  title: 'More targets than can be compared with every scenario and engine',
  *check({ assessment: { plan } }): Reports<PlanTooMuchWorkArgs> {
    const compared = comparedTargets(plan).length;
    const first = plan.targets[compared];
    if (!first) return;
    yield {
      at: keyAt(first.path),
      args: {
        compared,
        targets: plan.targets.length,
        scenarios: plan.scenarios.length,
        engines: plan.engines.length,
      },
    };
  },
});
