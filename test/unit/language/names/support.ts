/** Marks places in plans: `|` is the cursor. */
import { applyEdits } from '../../../../src/plan/edit/editPlan';
import { occurrencesAt } from '../../../../src/language/names/occurrences';
import { renameAt } from '../../../../src/language/names/rename';
import { readPlan } from '../../../../src/plan/readPlan';

/** Splits a text with a cursor. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new RangeError('no cursor');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** Returns the plan after a renaming, or the words of its refusal. */
export function renamed(marked: string, newName: string): string {
  const { text, offset } = cursorIn(marked);
  const renaming = renameAt(readPlan(text), offset, newName);
  return 'problem' in renaming ? renaming.problem : applyEdits(text, renaming.edits);
}

/** Returns the text with `«…»` around definitions and `‹…›` around the other occurrences. */
export function marked(withCursor: string): string | undefined {
  const { text, offset } = cursorIn(withCursor);
  const found = occurrencesAt(readPlan(text), offset);
  if (!found) return undefined;
  const edits = found.all.map(({ range, isDefinition }) => {
    const name = text.slice(range.start, range.end);
    return { ...range, text: isDefinition ? `«${name}»` : `‹${name}›` };
  });
  return applyEdits(text, edits);
}
