/** Finds the ranges of entries in a plan, and links to them. */
import type { KeyPath } from '../engine/plan/plan';
import type { FormulaPart } from '../messages/formulas';
import { escapeSentence } from '../messages/markdown';
import type { PathPart, PlanDocument } from '../plan/document';
import type { Range } from '../plan/range';

/** Returns the address of a range of the plan's text, or undefined if it cannot be linked to. */
export type LinkTo = (range: Range) => string | undefined;

/** Document and links that every card needs to point at the plan's lines. */
export interface Places {
  readonly document: Pick<PlanDocument, 'rangeOf'>;
  readonly linkTo: LinkTo;
}

/** Returns Markdown text with a link to its line, or the text alone. */
export function linkedTo(
  places: Places,
  path: KeyPath | undefined,
  text: string,
  part: PathPart = 'value',
): string {
  const range = path === undefined ? undefined : rangeOf(places, path, part);
  const address = range && places.linkTo(range);
  return address === undefined ? text : `[${text}](${address})`;
}

/** Returns a formula in which each number of the plan links to its line. */
export function linkedFormula(places: Places, line: readonly FormulaPart[]): string {
  return line.map(({ text, path }) => linkedTo(places, path, escapePart(text))).join('');
}

/** Escapes part of a line. Blanks around it count, and it begins no line of its own. */
function escapePart(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return blankFor(before) + escapeSentence(`.${words}`).slice(1) + blankFor(after);
}

/** Returns at most one blank. More would start a code block or a new line. */
function blankFor(blanks: string): string {
  return blanks && ' ';
}

/** Returns the range of an entry, also of one that is only a list item or a key. */
function rangeOf({ document }: Places, path: KeyPath, part: PathPart): Range | undefined {
  return document.rangeOf(path, part) ?? document.rangeOf(path, part === 'key' ? 'value' : 'key');
}
