/** Where things stand, and links to there. */
import type { KeyPath } from '../engine/plan/plan';
import type { FormulaPart } from '../messages/formulas';
import { escapeSentence } from '../messages/markdown';
import type { PathPart, PlanDocument } from '../plan/document';
import type { Range } from '../plan/range';

/** The address of a range of the plan's text; undefined where it cannot be linked to. */
export type LinkTo = (range: Range) => string | undefined;

/** What every card needs to link to the plan's lines. */
export interface Places {
  readonly document: Pick<PlanDocument, 'rangeOf'>;
  readonly linkTo: LinkTo;
}

/** A text (Markdown) that leads to its line, or the text alone. */
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

/** A formula with each number of the plan as a link to its line. */
export function linkedFormula(places: Places, line: readonly FormulaPart[]): string {
  return line.map(({ text, path }) => linkedTo(places, path, escapePart(text))).join('');
}

/** A part of a line: the blanks around it count, and nothing begins with it. */
function escapePart(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return blankFor(before) + escapeSentence(`.${words}`).slice(1) + blankFor(after);
}

/** More than a blank would make code of what follows, or a line of its own. */
function blankFor(blanks: string): string {
  return blanks && ' ';
}

/** An entry that is only a list item or only a key is still a place. */
function rangeOf({ document }: Places, path: KeyPath, part: PathPart): Range | undefined {
  return document.rangeOf(path, part) ?? document.rangeOf(path, part === 'key' ? 'value' : 'key');
}
