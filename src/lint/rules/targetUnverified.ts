/** An objective that is met, but on less than measurements. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import { verdictOf } from '../../engine/assess/ownVerdict';
import { REASONS } from '../../engine/figure/reasons';
import { loadToMeasure } from '../../engine/recommend/loadToMeasure';
import { nearestToLimit } from '../../engine/verdict/binding';
import type { ObjectiveArgs } from './shared/objectiveArgs';
import { defineRule, type Reports } from './shared/rule';
import { evidenceFor, knowledgeOf, tokensOf } from './shared/absence';
import { relatedToMiss } from './shared/objectives';
import { parallelOf, sizeOf } from './shared/places';

export interface TargetUnverifiedArgs extends ObjectiveArgs {
  /** Requests in flight on one server of a measurement that would help; undefined where none would. */
  readonly measureAt: number | undefined;
}

export const targetUnverified = defineRule({
  code: 'target.unverified',
  defaultSeverity: 'information',
  title: 'A scenario meets its target by what is known, which is less than measurements',
  *check({ assessment }): Reports<TargetUnverifiedArgs> {
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

/**
 * Where the latency lies outside what was observed, `scenario.extrapolated` says what to measure; what does not
 * fit into memory, or has one slot whatever it says, is to be changed first. No measurement replaces what the engine does
 * not model, lengths that need only be stated, or a price that is about right.
 */
function helpfulLoad({ scenario, verdict }: ObjectiveArgs): number | undefined {
  const advice = verdict.reasons.map((reason) => REASONS[reason].advice);
  if (verdict.objective.kind === 'budget' || advice.includes('elsewhere')) return undefined;
  if (!advice.includes('load')) return undefined;
  const { engine, load, parallel } = scenario;
  return loadToMeasure(engine.curve, load?.value, parallel.value);
}
