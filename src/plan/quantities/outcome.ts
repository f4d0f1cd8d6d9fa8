/** What reading a scalar comes to: its value, or what is wrong with it. */
import type { ProblemArgs } from '../problems';

type IssueCode = 'plan.value' | 'plan.unit' | 'plan.out-of-range';

export type Issue = {
  readonly [C in IssueCode]: { readonly code: C; readonly args: ProblemArgs[C] };
}[IssueCode];

export type Outcome<T> = { readonly value: T } | { readonly issue: Issue };

/** Reads a scalar's text; `key` is the key that it stands behind, for the words of an issue. */
export type Parse<T> = (text: string, key: string) => Outcome<T>;

export function isIssue<T>(outcome: Outcome<T>): outcome is { readonly issue: Issue } {
  return 'issue' in outcome;
}

export function noSuchValue(
  found: string,
  key: string,
  expected: string,
  accepted: readonly string[],
  suggestion?: string,
): { readonly issue: Issue } {
  return { issue: { code: 'plan.value', args: { found, key, expected, accepted, suggestion } } };
}
