/** Characters that act instead of being seen, and how text is shown without them. */

/** Takes the place of a character that acts. */
export const REPLACEMENT = '\u{FFFD}';

/** Selects the look of the character before it: `❤` as text or as emoji. */
const SELECTORS = String.raw`[\ufe0e\ufe0f]`;

/** Joiners spell words of Arabic and Indic scripts, and make one emoji of several; elsewhere they only hide. */
const JOINERS = String.raw`(?<=[\p{M}\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]`;

/**
 * Control characters (Cc), format characters such as bidi marks, isolates, zero width spaces and tags (Cf, and what
 * Unicode keeps free for more of them), separators of lines and paragraphs, halves of surrogate pairs.
 */
const ACTING = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]`;

const INVISIBLE = new RegExp(`(?!${SELECTORS}|${JOINERS})${ACTING}`, 'gu');

/** Replaces each character that acts or cannot be seen; tabs and new lines are among them. */
export function replaceInvisible(text: string, replace: (character: string) => string): string {
  return text.replace(INVISIBLE, replace);
}

/** Returns a name, message or line of a plan on one line, harmless to whatever shows it; tabs stay. */
export function printable(text: string): string {
  return replaceInvisible(text, (character) => (character === '\t' ? character : REPLACEMENT));
}
