/** A scenario that costs more than its target's budget. */
import { ownVerdicts } from './objectives';
import { relatedTarget, sizeOf } from './places';
import { defineRule, valueAt, type RelatedReport } from './rule';
import type { ScenarioAssessment } from '../../engine/assessment';

export const targetBudgetExceeded = defineRule({
  code: 'target.budget-exceeded',
  defaultSeverity: 'error',
  title: 'A scenario costs more than its target’s budget',
  *check({ assessment }) {
    for (const args of ownVerdicts(assessment)) {
      const { objective, outcome } = args.verdict;
      if (objective.kind !== 'budget' || outcome !== 'misses') continue;
      const related = [relatedTarget(args), ...relatedPrice(args.scenario)];
      yield { at: sizeOf(args.scenario), args, related };
    }
  },
});

function relatedPrice({ engine }: ScenarioAssessment): readonly RelatedReport[] {
  const { node } = engine.engine;
  const path = node?.price?.amount.path;
  return path === undefined ? [] : [{ at: valueAt(path), role: 'price', name: node?.name }];
}
