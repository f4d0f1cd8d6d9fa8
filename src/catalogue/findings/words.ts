/** Names, lists and sentences of findings: one line each, and no longer than people read. */
import { formatNumber } from '../numbers';

const LONGEST_NAME = 60;
const MOST_LISTED = 6;

/**
 * A name or value of the plan between backticks, on one line and cut where it is long. One of its own would end it: a
 * letter that looks the same stands for that.
 */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replaceAll('`', 'ˋ').trim();
  const characters = Array.from(line.slice(0, 2 * LONGEST_NAME + 1));
  const isLong = characters.length > LONGEST_NAME;
  return `\`${isLong ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : line}\``;
}

/** `a, b and c`; long lists are cut: `a, b, c, d, e, f and 12 more`. */
export function listOf(words: readonly string[], last = 'and'): string {
  const rest = words.length - MOST_LISTED;
  // "and 1 more" is longer than the one
  if (rest > 1) return `${words.slice(0, MOST_LISTED).join(', ')} and ${formatNumber(rest)} more`;
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

export function quotedList(names: readonly string[], last = 'and'): string {
  // the names that are cut anyway need no quotes
  return listOf(
    names.map((name, index) => (index <= MOST_LISTED ? quote(name) : name)),
    last,
  );
}

/** Sentences, each with its full stop; what there is nothing to say of is left out. */
export function sentences(...all: readonly (string | undefined)[]): string {
  return all
    .filter((each): each is string => each !== undefined && each !== '')
    .map((each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}.`)
    .join(' ');
}

/** "Did you mean `users`?", as the last sentence has it. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${quote(suggestion)}?`;
}
