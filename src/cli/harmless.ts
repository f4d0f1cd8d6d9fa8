/** Makes text harmless to its reader: a terminal, or a CI runner that looks for commands in its log. */
import { REPLACEMENT, replaceInvisible } from '../messages/printable';
import { PAINTED } from './paint';

/**
 * Kind of output. `json` has escapes for dangerous characters. `annotations` may begin lines with GitHub's `::error`,
 * `::warning` and `::notice`.
 */
export type OutputKind = 'text' | 'json' | 'annotations';

/** @param colours True if the codes of our own painter may pass. */
export function makeHarmless(text: string, kind: OutputKind, colours: boolean): string {
  if (kind === 'json') return escapeJson(text);
  const pieces = colours ? text.split(OWN_COLOURS) : [text];
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : replaceInvisible(piece, keepLayout)))
    .join('')
    .replace(ANYWHERE, `#${REPLACEMENT}`)
    .replace(kind === 'annotations' ? OTHER_COMMANDS : COMMANDS, `$1${REPLACEMENT}`);
}

/** Matches our own colour codes. Its group makes `split` keep them, at odd places. */
const OWN_COLOURS = new RegExp(`(${PAINTED})`);

/** Matches `##[error]` and `##vso[…]` of GitHub and Azure, and `##teamcity[…]`. They count anywhere in a line. */
const ANYWHERE = /##(?=\w*\[)/g;

/** Matches `::error::` of GitHub at the beginning of a line, after any spaces. */
const LINE_START = `^((?:[^\\S\\n]|${PAINTED})*):(?=:)`;
const COMMANDS = new RegExp(LINE_START, 'gm');
const OTHER_COMMANDS = new RegExp(`${LINE_START}(?!:(?:error|warning|notice) )`, 'gm');

function keepLayout(character: string): string {
  return character === '\n' || character === '\t' ? character : REPLACEMENT;
}

/**
 * Escapes control characters. Outside of strings JSON has only line breaks, and inside strings an escape means the
 * same.
 */
function escapeJson(json: string): string {
  return replaceInvisible(json, (character) =>
    character === '\n' ? character : escapeUnits(character),
  ).replace(ANYWHERE, '#\\u0023');
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
