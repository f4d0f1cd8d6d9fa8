/** Joins words into lists and sentences, the same in every view. */
import { t } from '@vscode/l10n';
import { listWords, type LastWord } from './markdown';
import { formatNumber } from './numbers';

const MOST_LISTED = 6;

/** Joins like `listWords`. Long lists are cut: `a, b, c, d, e, f and 12 more`. */
export function listOf(
  words: readonly string[],
  last: LastWord = 'and',
  most = MOST_LISTED,
): string {
  const rest = words.length - most;
  // "and 1 more" is longer than the one
  if (rest > 1) return t`${words.slice(0, most).join(', ')} and ${formatNumber(rest)} more`;
  return listWords(words, last);
}

export function capitalise(text: string): string {
  const [abbreviation] = /^(?:ttft|tpot)\b/.exec(text) ?? [];
  const first = abbreviation ?? text.charAt(0);
  return first.toUpperCase() + text.slice(first.length);
}

/** Writes clauses as sentences, each with its capital and full stop. Empty clauses are left out. */
export function sentences(...clauses: readonly (string | undefined)[]): string {
  return joinSentences(...clauses.map((clause) => (clause ? `${capitalise(clause)}.` : undefined)));
}

/** Joins the sentences that exist. */
export function joinSentences(...each: readonly (string | undefined)[]): string {
  return each.filter((sentence) => sentence !== undefined && sentence !== '').join(' ');
}
