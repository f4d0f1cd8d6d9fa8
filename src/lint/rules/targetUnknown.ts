/** What is not judged never passes: it is said, once for an objective that the engine cannot judge yet. */
import type { Assessment } from '../../engine/assessment';
import type { ObjectiveArgs } from '../ruleArgs';
import { ownVerdicts } from './objectives';
import { parallelOf, relatedObservations, relatedTarget, sizeOf } from './places';
import { defineRule, valueAt, type Place, type Report } from './rule';

export const targetUnknown = defineRule({
  code: 'target.unknown',
  defaultSeverity: 'warning',
  title: 'Whether a target is met cannot be said',
  *check({ assessment }) {
    yield* objectivesNotModelled(assessment);
    for (const judged of ownVerdicts(assessment)) {
      const { outcome, reasons } = judged.verdict;
      // `scenario.not-sized` says why nothing of the scenario is known
      if (outcome !== 'unknown' || reasons.includes('not-sized')) continue;
      if (reasons.includes('not-modelled')) continue;
      const related = [relatedTarget(judged), ...relatedObservations(judged.scenario.restsOn)];
      yield { at: causeOf(judged), args: { about: 'scenario', ...judged }, related };
    }
  },
});

/** The same for every scenario that is sized. */
function* objectivesNotModelled({ scenarios }: Assessment): Iterable<Report<'target.unknown'>> {
  const sized = scenarios.find(({ notSized }) => notSized === undefined);
  for (const { target, objectives } of sized?.verdicts ?? []) {
    for (const { objective, reasons } of objectives) {
      if (!reasons.includes('not-modelled')) continue;
      yield { at: valueAt(objective.path), args: { about: 'objective', target, objective } };
    }
  }
}

/** Without evidence or a price it is the engine that says too little. */
function causeOf({ scenario, verdict }: ObjectiveArgs): Place {
  const { reasons, objective } = verdict;
  if (reasons.includes('no-evidence') || reasons.includes('no-price'))
    return valueAt(scenario.scenario.enginePath);
  return objective.kind === 'budget' ? sizeOf(scenario) : parallelOf(scenario);
}
