/** A scenario that certainly costs more than its target’s budget. */
import { budgetMisses } from './shared/budget';
import { defineRule } from './shared/rule';

export const targetBudgetExceeded = defineRule({
  code: 'target.budget-exceeded',
  defaultSeverity: 'error',
  title: 'A scenario costs more than its target’s budget',
  check: ({ assessment }) => budgetMisses(assessment, true),
});
