/** A scenario that another, at least as well known, beats in cost and latency. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import { findFrontier } from '../../engine/recommend/frontier';
import { nameOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

interface ScenarioDominatedArgs {
  readonly scenario: ScenarioAssessment;
  readonly by: ScenarioAssessment;
}

export const scenarioDominated = defineRule({
  code: 'scenario.dominated',
  defaultSeverity: 'hint',
  title: 'Another scenario is cheaper or faster, and no worse otherwise',
  *check({ assessment }): Reports<ScenarioDominatedArgs> {
    if (assessment.scenarios.length < 2) return;
    for (const [scenario, by] of findFrontier(assessment).dominated) {
      const { name } = by.spec;
      yield {
        at: nameOf(scenario),
        args: { scenario, by },
        related: [{ at: nameOf(by), role: 'scenario', name }],
      };
    }
  },
});
