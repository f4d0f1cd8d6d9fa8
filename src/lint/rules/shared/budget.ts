/** Finds scenarios that cost more than the budget of their target, for the rules that share them. */
import type { Assessment, ScenarioAssessment } from '../../../engine/assess/assessment';
import type { ObjectiveArgs } from './objectiveArgs';
import { ownVerdicts } from './objectives';
import { relatedTargets, sizeOf } from './places';
import { valueAt, type RelatedReport, type Reports } from './rule';

/** @param verified Selects certain misses, or the others. */
export function* budgetMisses(assessment: Assessment, verified: boolean): Reports<ObjectiveArgs> {
  for (const args of ownVerdicts(assessment)) {
    if (isExceeded(args) && args.verdict.verified === verified) {
      const related = [...relatedTargets(args), ...relatedPrice(args.scenario)];
      yield { at: sizeOf(args.scenario), args, related };
    }
  }
}

function isExceeded({ verdict: { objective, outcome } }: ObjectiveArgs): boolean {
  return objective.kind === 'budget' && outcome === 'misses';
}

function relatedPrice({ engine }: ScenarioAssessment): readonly RelatedReport[] {
  const { node } = engine.spec;
  const path = node?.price?.amount.path;
  return path === undefined ? [] : [{ at: valueAt(path), role: 'price', name: node?.name }];
}
