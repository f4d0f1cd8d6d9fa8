/** Scenarios that one failed node takes beyond their slots, because nobody has said how many may fail. */
import { policyOf } from './absence';
import { defineRule, keyAt } from './rule';

export const scenarioNoSpare = defineRule({
  code: 'scenario.no-spare',
  defaultSeverity: 'hint',
  title: 'No node may fail, and the plan does not say that this is meant',
  *check({ assessment }) {
    const scenarios = assessment.scenarios.filter(
      ({ scenario, nodes }) => nodes !== undefined && scenario.policy.spare.path === undefined,
    );
    const absent = scenarios.flatMap((scenario) => policyOf(scenario, 'spare'));
    if (scenarios.length > 0) yield { at: keyAt('/scenarios'), args: { scenarios }, absent };
  },
});
