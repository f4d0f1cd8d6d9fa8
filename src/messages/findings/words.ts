/** Names of the plan in findings: on one line, and no longer than people read. */
import { fenceCode } from '../markdown';
import { listOf } from '../sentences';

const LONGEST_NAME = 60;
const MOST_LISTED = 6;

/**
 * A name or value of the plan between backticks, on one line and cut where it is long. One that has backticks itself
 * stands between more of them, as Markdown has it: then both can be told apart in plain text as well.
 */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * LONGEST_NAME + 1));
  const isLong = characters.length > LONGEST_NAME;
  return fenceCode(isLong ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : line || '""');
}

export function quotedList(names: readonly string[], last = 'and'): string {
  // the names that are cut anyway need no quotes
  return listOf(
    names.map((name, index) => (index <= MOST_LISTED ? quote(name) : name)),
    last,
    MOST_LISTED,
  );
}

/** "Did you mean `users`?", as the last sentence has it. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${quote(suggestion)}?`;
}
