/**
 * Fits text into a picture. Widths are estimates, since no font can be measured here. They follow common sans-serif
 * fonts, and are rather too wide than too narrow.
 */
import { element, escapeXml, type Attributes } from './xml';

export const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Draws a line of text at a baseline. */
export function textElement(text: string, attributes: Attributes): string {
  return text === '' ? '' : element('text', attributes, [escapeXml(text)]);
}

/** Estimates the width of a line, in pixels. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

/** Cuts a text that is too long, with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const kept = longestFitting([...text], width / size - emsOf('…'));
  return kept === '' ? '' : `${kept.replace(/[\s\p{M}\u200d,;:.]+$/u, '')}…`;
}

/** Counts from the start, once: a text of a plan can be of any length. */
function longestFitting(characters: readonly string[], ems: number): string {
  let used = 0;
  let end = 0;
  for (const character of characters) {
    used += emsOf(character);
    if (used > ems + 1e-9) break;
    end += 1;
  }
  return characters.slice(0, end).join('');
}

/** Wraps a text into as few lines as possible, of about the same length. Text beyond the last line is cut. */
export function wrapText(
  text: string,
  size: number,
  width: number,
  most: number,
): readonly string[] {
  let lines = filledLines(text, size, width);
  const count = Math.min(most, lines.length);
  if (lines.length <= most) {
    for (let share = 0.95; share >= 0.6; share -= 0.05) {
      const narrower = filledLines(text, size, width * share);
      if (narrower.length > count) break;
      lines = narrower;
    }
  }
  const rest = lines.slice(count - 1).join(' ');
  return [...lines.slice(0, count - 1), rest]
    .filter((line) => line !== '')
    .map((line) => fitText(line, size, width));
}

/** Fills each line as far as possible. */
function filledLines(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function emsOf(character: string): number {
  if (character === ' ') return 0.28;
  if (/[\p{M}\p{Cc}\u200d]/u.test(character)) return 0;
  if (WIDE.test(character)) return 1.05;
  if (/[iljI.,:;'|!·]/.test(character)) return 0.29;
  if (/[ftr()[\]{}\-/\\"]/.test(character)) return 0.37;
  if (/[mwMW@%—…]/.test(character)) return 0.92;
  if (/\p{Lu}/u.test(character)) return 0.65;
  return 0.57;
}

/** Matches East Asian characters and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u;
