/** The rule that reads the comments which silence others; it needs no assessment. */

export const SUPPRESSION_RULE = {
  code: 'plan.suppression',
  defaultSeverity: 'warning',
  title: 'A comment silences a rule that does not exist',
} as const;

/** A comment that silences a rule which does not exist, or that only looks as if it silenced one. */
export interface SuppressionArgs {
  readonly kind: 'rule' | 'directive';
  readonly code: string;
  readonly suggestion: string | undefined;
}
