/** Writes names of the plan in findings: on one line, and cut if long. */
import { t } from '@vscode/l10n';
import { fenceCode, type LastWord } from '../markdown';
import { listOf } from '../sentences';

const LONGEST_NAME = 60;
const MOST_LISTED = 6;

/**
 * Quotes a name or value of the plan between backticks, on one line and cut if long. A name that contains backticks
 * gets more of them around it, as in Markdown. Plain text then also shows where it ends.
 */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * LONGEST_NAME + 1));
  const isLong = characters.length > LONGEST_NAME;
  return fenceCode(isLong ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : line || '""');
}

export function quotedList(names: readonly string[], last: LastWord = 'and'): string {
  // names that are cut anyway need no quotes
  return listOf(
    names.map((name, index) => (index <= MOST_LISTED ? quote(name) : name)),
    last,
    MOST_LISTED,
  );
}

/** Returns "Did you mean `users`?" as the last sentence. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` ${t`Did you mean ${quote(suggestion)}?`}`;
}

/**
 * Returns `concurrency 8`, for clauses that say `at concurrency 8`.
 * @param count Requests, formatted.
 */
export function concurrencyText(count: string): string {
  return count === '1' ? t`concurrency 1` : t`concurrency ${count}`;
}
