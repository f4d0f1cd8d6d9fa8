/** Lists the names that a plan defines, for a search through all plans. */
import type { PlanDocument } from '../plan/document';
import { indexLines } from '../plan/lineIndex';
import { collectUses, type PlanName } from './names/collectNames';
import { withoutQuotes } from './names/occurrences';

export interface DefinedName extends PlanName {
  /** Where it begins and ends, on one line. Both count from 0. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Returns each name once, in the order of the text. */
export function definedNames({
  tree,
  text,
}: Pick<PlanDocument, 'tree' | 'text'>): readonly DefinedName[] {
  if (!tree) return [];
  const lines = indexLines(text);
  const found = new Map<string, DefinedName & { readonly start: number }>();
  for (const { of, isDefinition, place } of collectUses(tree)) {
    if (!of || !isDefinition) continue;
    const { start, end } = withoutQuotes(text, place);
    const id = `${of.section}/${of.name}`;
    if (!found.has(id))
      found.set(id, { ...of, ...lines.positionAt(start), length: end - start, start });
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ section, name, line, column, length }) => ({ section, name, line, column, length }));
}
