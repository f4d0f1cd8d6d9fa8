import { REPLACEMENT, replaceInvisible } from './printable';

/**
 * Returns a text of a plan on one line, of characters that can be seen and written to any file. What acts or hides is
 * dropped; half of a character becomes `\ufffd`.
 */
export function oneLine(text: string): string {
  return replaceInvisible(text.replace(/[\s\u0085]+/gu, ' '), dropOrReplace)
    .replace(/ {2,}/g, ' ') // around what was dropped
    .trim();
}

function dropOrReplace(character: string): string {
  return /\p{Cs}/u.test(character) ? REPLACEMENT : '';
}

/** Returns the first characters of a text, none of them halved; all of it where it is short. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
