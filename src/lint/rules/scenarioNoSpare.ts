/** Finds scenarios that one failed node leaves short of capacity, if the plan does not set `spare`. */
import { sizeScenario } from '../../engine/assess/assessScenario';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Plan } from '../../engine/plan/plan';
import { policyOf } from './shared/absence';
import { defineRule, keyAt, type Reports } from './shared/rule';

interface ScenarioNoSpareArgs {
  readonly scenarios: readonly ScenarioAssessment[];
}

export const scenarioNoSpare = defineRule({
  code: 'scenario.no-spare',
  defaultSeverity: 'information',
  title: 'One failed node leaves a scenario short of capacity',
  *check({ assessment }): Reports<ScenarioNoSpareArgs> {
    const { plan } = assessment;
    const scenarios = assessment.scenarios.filter(
      (assessed) =>
        assessed.nodes !== undefined &&
        assessed.spec.policy.spare.path === undefined &&
        !hasMoreThanItNeeds(plan, assessed),
    );
    const absent = scenarios.flatMap((scenario) => policyOf(scenario, 'spare'));
    if (scenarios.length > 0) yield { at: keyAt('/scenarios'), args: { scenarios }, absent };
  },
});

/** Tells if a scenario has more fixed nodes than it would be sized to. */
function hasMoreThanItNeeds(
  plan: Plan,
  { spec: scenario, engine, parallel, nodes }: ScenarioAssessment,
): boolean {
  if (!scenario.nodes || !nodes) return false;
  const slots = { ...scenario.parallel, value: parallel.value };
  const needed = sizeScenario(plan, { ...scenario, nodes: undefined, parallel: slots }, engine);
  return needed !== undefined && nodes.value > needed.value;
}
