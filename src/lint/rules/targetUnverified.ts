/** An objective that is met, but on less than measurements. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import { verdictOf } from '../../engine/assess/ownVerdict';
import { nearestToLimit } from '../../engine/verdict/binding';
import { helpfulLoad, type MeasurableArgs } from './shared/helpfulLoad';
import type { ObjectiveArgs } from './shared/objectiveArgs';
import { defineRule, type Reports } from './shared/rule';
import { evidenceFor, knowledgeOf, tokensOf } from './shared/absence';
import { relatedToMiss } from './shared/objectives';
import { parallelOf, sizeOf } from './shared/places';

export const targetUnverified = defineRule({
  code: 'target.unverified',
  defaultSeverity: 'information',
  title: 'A scenario meets its target, but not by measurement',
  *check({ assessment }): Reports<MeasurableArgs> {
    for (const scenario of assessment.scenarios) {
      const args = unverifiedOf(scenario);
      if (!args) continue;
      const { kind } = args.verdict.objective;
      yield {
        at: kind === 'budget' ? sizeOf(scenario) : parallelOf(scenario),
        args: { ...args, measureAt: helpfulLoad(args) },
        related: relatedToMiss(args),
        absent: [
          ...evidenceFor(kind, scenario),
          ...scenario.citedObservations.flatMap(({ observation }) => knowledgeOf(observation)),
          ...tokensOf(scenario),
        ],
      };
    }
  },
});

/**
 * The objective that is nearest to its limit of those that are not verified: one a scenario is enough, since what is
 * missing is mostly the same for all. None where the target is missed or not decided, which other rules say.
 */
function unverifiedOf(scenario: ScenarioAssessment): ObjectiveArgs | undefined {
  const judged = verdictOf(scenario);
  if (judged?.outcome !== 'meets') return undefined;
  const open = judged.objectives.filter(({ verified }) => !verified);
  const verdict = nearestToLimit(open) ?? open[0];
  return verdict && { scenario, target: judged.target, verdict };
}
