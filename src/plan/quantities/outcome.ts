/** Result of reading a scalar: its value, or its problem. */
import type { ProblemArgs } from '../problems';

type IssueCode = 'plan.value' | 'plan.unit' | 'plan.out-of-range' | 'plan.ambiguous';

export type Issue = {
  readonly [C in IssueCode]: { readonly code: C; readonly args: ProblemArgs[C] };
}[IssueCode];

export type Outcome<T> = { readonly value: T } | { readonly issue: Issue };

/** Reads a scalar's text. `key` is the key before it, for the words of an issue. */
export type Parse<T> = (text: string, key: string) => Outcome<T>;

export function isIssue<T>(outcome: Outcome<T>): outcome is { readonly issue: Issue } {
  return 'issue' in outcome;
}

type Advice = Partial<Omit<ProblemArgs['plan.value'], 'found' | 'key' | 'expected'>>;

export function noSuchValue(
  found: string,
  key: string,
  expected: string,
  advice: Advice = {},
): { readonly issue: Issue } {
  const none = { choices: [], example: undefined, suggestion: undefined, trap: undefined };
  return { issue: { code: 'plan.value', args: { found, key, expected, ...none, ...advice } } };
}
