/** Finds characters that act instead of being visible, and replaces them. */

/** Replacement of a character that acts. */
export const REPLACEMENT = '\u{FFFD}';

/** Selectors of the look of the character before: `❤` as text or as emoji. */
const SELECTORS = String.raw`[\ufe0e\ufe0f]`;

/** Joiners that spell words of Arabic and Indic scripts, or join emoji. Elsewhere they only hide. */
const JOINERS = String.raw`(?<=[\p{M}\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]`;

/**
 * Characters that act: control characters (Cc), halves of surrogate pairs, separators of lines and paragraphs. Format
 * characters (Cf) also act, such as bidi marks, isolates, zero width spaces and tags. Code points that Unicode
 * reserves for more of them count too.
 */
const ACTING = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]`;

const INVISIBLE = new RegExp(`(?!${SELECTORS}|${JOINERS})${ACTING}`, 'gu');

/** Replaces each character that acts or is invisible, including tabs and new lines. */
export function replaceInvisible(text: string, replace: (character: string) => string): string {
  return text.replace(INVISIBLE, replace);
}

/** Returns a name, message or line of a plan on one line, harmless to any display. Tabs stay. */
export function printable(text: string): string {
  return replaceInvisible(text, (character) => (character === '\t' ? character : REPLACEMENT));
}
