/**
 * A text of a plan on one line, of characters that can be seen and written to any file. Dropped are control characters,
 * blanks without width, and whatever could turn the direction of the text around it.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\u200b\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, '')
    .replace(/ {2,}/g, ' ') // around what was dropped
    .replace(/\p{Cs}/gu, '\ufffd') // half of a character
    .trim();
}

/** The first characters of a text, none of them halved; all of it where it is short. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
