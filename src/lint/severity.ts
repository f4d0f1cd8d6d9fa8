/** How grave a finding is, the gravest first. */

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** A level that a user may set for a rule. */
export type RuleLevel = Severity | 'off';
