/** What is not judged never passes: it is said, with what is missing. */
import { evidenceFor } from './shared/absence';
import { helpfulLoad, type MeasurableArgs } from './shared/helpfulLoad';
import type { ObjectiveArgs } from './shared/objectiveArgs';
import { ownVerdicts } from './shared/objectives';
import { parallelOf, relatedObservations, relatedTarget, sizeOf } from './shared/places';
import { defineRule, valueAt, type Place, type Reports } from './shared/rule';

export const targetUnknown = defineRule({
  code: 'target.unknown',
  defaultSeverity: 'warning',
  title: 'Whether a target is met cannot be said',
  *check({ assessment }): Reports<MeasurableArgs> {
    for (const judged of ownVerdicts(assessment)) {
      const { outcome, reasons } = judged.verdict;
      // `scenario.not-sized` says why nothing of the scenario is known
      if (outcome !== 'unknown' || reasons.includes('not-sized')) continue;
      const related = [
        relatedTarget(judged),
        ...relatedObservations(judged.scenario.citedObservations),
      ];
      const absent = evidenceFor(judged.verdict.objective.kind, judged.scenario);
      const args = { ...judged, measureAt: helpfulLoad(judged) };
      yield { at: causeOf(judged), args, related, absent };
    }
  },
});

/** Without evidence or a price it is the engine that says too little. */
function causeOf({ scenario, verdict }: ObjectiveArgs): Place {
  const { reasons, objective } = verdict;
  if (reasons.includes('no-evidence') || reasons.includes('no-price'))
    return valueAt(scenario.spec.enginePath);
  const { outputTokens } = scenario.spec.workload ?? {};
  if (reasons.includes('single-token') && outputTokens?.path) return valueAt(outputTokens.path);
  return objective.kind === 'budget' ? sizeOf(scenario) : parallelOf(scenario);
}
