/** Makes text harmless to what reads the output: a terminal, or a runner that looks for commands in its log. */
import { REPLACEMENT, replaceInvisible } from '../messages/printable';
import { PAINTED } from './paint';

/**
 * `json` has escapes for what acts. `annotations` may begin lines with GitHub's `::error`, `::warning`
 * and `::notice`.
 */
export type OutputKind = 'text' | 'json' | 'annotations';

/** @param colours Whether the codes of our own painter may pass. */
export function makeHarmless(text: string, kind: OutputKind, colours: boolean): string {
  if (kind === 'json') return escapeJson(text);
  const pieces = colours ? text.split(OWN_COLOURS) : [text];
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : replaceInvisible(piece, keepLayout)))
    .join('')
    .replace(ANYWHERE, `#${REPLACEMENT}`)
    .replace(kind === 'annotations' ? OTHER_COMMANDS : COMMANDS, `$1${REPLACEMENT}`);
}

/** Its group makes `split` keep the codes, at odd places. */
const OWN_COLOURS = new RegExp(`(${PAINTED})`);

/** `##[error]` and `##vso[…]` of GitHub and Azure, `##teamcity[…]`: they count anywhere in a line. */
const ANYWHERE = /##(?=\w*\[)/g;

/** `::error::` of GitHub, at the beginning of a line but for spaces. */
const LINE_START = `^((?:[^\\S\\n]|${PAINTED})*):(?=:)`;
const COMMANDS = new RegExp(LINE_START, 'gm');
const OTHER_COMMANDS = new RegExp(`${LINE_START}(?!:(?:error|warning|notice) )`, 'gm');

function keepLayout(character: string): string {
  return character === '\n' || character === '\t' ? character : REPLACEMENT;
}

/** Outside of strings JSON has no such character but new lines, and inside an escape means the same. */
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
