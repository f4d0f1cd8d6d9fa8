/** An objective that is met, but on less than measurements. */
import type { ScenarioAssessment } from '../../engine/assessment';
import { ownVerdicts, relatedToMiss } from './objectives';
import { parallelOf, sizeOf } from './places';
import { defineRule } from './rule';

export const targetUnverified = defineRule({
  code: 'target.unverified',
  defaultSeverity: 'information',
  title: 'A scenario meets its target by what is known, which is less than measurements',
  *check({ assessment }) {
    let said: ScenarioAssessment | undefined;
    for (const args of ownVerdicts(assessment)) {
      const { scenario, verdict } = args;
      // one objective a scenario is enough: what is missing is mostly the same for all
      if (verdict.outcome !== 'meets' || verdict.verified || scenario === said) continue;
      said = scenario;
      const at = verdict.objective.kind === 'budget' ? sizeOf(scenario) : parallelOf(scenario);
      yield { at, args, related: relatedToMiss(args) };
    }
  },
});
