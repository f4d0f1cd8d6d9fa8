import { REPLACEMENT, replaceInvisible } from './printable';

/**
 * Returns a text of a plan on one line, with visible characters that any file can hold. Control and invisible
 * characters are dropped. Half of a character becomes `\ufffd`.
 */
export function oneLine(text: string): string {
  return replaceInvisible(text.replace(/[\s\u0085]+/gu, ' '), dropOrReplace)
    .replace(/ {2,}/g, ' ') // trims around the dropped characters
    .trim();
}

function dropOrReplace(character: string): string {
  return /\p{Cs}/u.test(character) ? REPLACEMENT : '';
}

/** Returns the first characters of a text, none of them halved. Returns all of a short text. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
