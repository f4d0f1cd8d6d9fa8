/** Finds scenarios that cost more than the budget of their target, for the rules that share them. */
import type { Assessment, ScenarioAssessment } from '../../../engine/assess/assessment';
import type { ObjectiveArgs } from '../../ruleArgs';
import { ownVerdicts } from './objectives';
import { relatedTarget, sizeOf } from './places';
import { valueAt, type RelatedReport, type Report } from '../rule';

type Code = 'target.budget-exceeded' | 'target.budget-likely-exceeded';

/** @param verified Tells if the cost is certain: it is based on known figures only. */
export function* budgetMisses(assessment: Assessment, verified: boolean): Iterable<Report<Code>> {
  for (const args of ownVerdicts(assessment)) {
    if (isExceeded(args) && args.verdict.verified === verified) {
      const related = [relatedTarget(args), ...relatedPrice(args.scenario)];
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
