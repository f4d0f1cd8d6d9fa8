/** Finds scenarios that one failed node leaves short of capacity, if the plan does not set `spare`. */
import { wouldTakeFewerNodes } from '../../engine/assess/assessScenario';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
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
    const scenarios = assessment.scenarios.filter(
      (assessed) =>
        assessed.nodes !== undefined &&
        assessed.spec.policy.spare.path === undefined &&
        !hasMoreThanItNeeds(assessed),
    );
    const absent = scenarios.flatMap((scenario) => policyOf(scenario, 'spare'));
    if (scenarios.length > 0) yield { at: keyAt('/scenarios'), args: { scenarios }, absent };
  },
});

/** Tells if a scenario has more fixed nodes than it would be sized to. */
function hasMoreThanItNeeds(assessed: ScenarioAssessment): boolean {
  return !assessed.notSized && !!assessed.spec.nodes && wouldTakeFewerNodes(assessed);
}
