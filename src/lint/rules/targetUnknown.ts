/** Reports objectives that cannot be judged, with what is missing. They never pass. */
import { evidenceFor } from './shared/absence';
import { helpfulLoad, type MeasurableArgs } from './shared/helpfulLoad';
import type { ObjectiveArgs, SharedArgs } from './shared/objectiveArgs';
import { ownVerdicts, shareFindings } from './shared/objectives';
import { parallelOf, relatedObservations, relatedTargets, sizeOf } from './shared/places';
import { defineRule, valueAt, type Place, type Reports } from './shared/rule';

type TargetUnknownArgs = MeasurableArgs & SharedArgs;

export const targetUnknown = defineRule({
  code: 'target.unknown',
  defaultSeverity: 'warning',
  title: 'A target cannot be judged',
  *check({ assessment }): Reports<TargetUnknownArgs> {
    // `scenario.not-sized` says why nothing of the scenario is known
    const open = [...ownVerdicts(assessment)].filter(
      ({ verdict: { outcome, reasons } }) =>
        outcome === 'unknown' && !reasons.includes('not-sized'),
    );
    for (const judged of shareFindings(open, unknownCause)) {
      const related = [
        ...relatedTargets(judged),
        ...relatedObservations(judged.scenario.citedObservations),
      ];
      const absent = evidenceFor(judged.verdict.objective.kind, judged.scenario);
      const args = { ...judged, measureAt: helpfulLoad(judged) };
      yield { at: causeOf(judged), args, related, absent };
    }
  },
});

/** Returns the missing piece. Objectives without evidence miss the same: a benchmark. */
function unknownCause({ verdict: { objective, reasons } }: ObjectiveArgs): string {
  return `${objective.kind === 'budget' ? 'cost' : 'time'} ${reasons[0] ?? ''}`;
}

/** Without evidence or a price it is the engine that says too little. */
function causeOf({ scenario, verdict }: ObjectiveArgs): Place {
  const { reasons, objective } = verdict;
  if (reasons.includes('no-evidence') || reasons.includes('no-price'))
    return valueAt(scenario.spec.enginePath);
  const { outputTokens } = scenario.spec.workload ?? {};
  if (reasons.includes('single-token') && outputTokens?.path) return valueAt(outputTokens.path);
  return objective.kind === 'budget' ? sizeOf(scenario) : parallelOf(scenario);
}
