/** A scenario that costs more than its target’s budget, by figures that may turn out otherwise. */
import { budgetMisses } from './shared/budget';
import { defineRule } from './shared/rule';

export const targetBudgetLikelyExceeded = defineRule({
  code: 'target.budget-likely-exceeded',
  defaultSeverity: 'warning',
  title: 'A scenario likely costs more than its target’s budget',
  check: ({ assessment }) => budgetMisses(assessment, false),
});
