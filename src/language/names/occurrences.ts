/** Finds where the name, or the anchor, at a place of a plan is defined and used. */
import type { PlanDocument } from '../../plan/document';
import type { Range } from '../../plan/range';
import { anchorGroups, type AnchorGroup } from './anchors';
import { collectUses, type PlanName, type ScalarUse } from './collectNames';

export interface Occurrence {
  /** Range of the name, without quotes. */
  readonly range: Range;
  readonly isDefinition: boolean;
}

export interface Occurrences {
  /** The part of the text at the cursor. */
  readonly at: Range;
  /** In the order of the text. */
  readonly all: readonly Occurrence[];
}

/** Returns undefined if no name of the plan's own, and no anchor, is at the offset. */
export function occurrencesAt(document: PlanDocument, offset: number): Occurrences | undefined {
  const found = nameAt(document, offset);
  if (!found) return occurrencesOfAnchor(document.text, offset);
  const { text } = document;
  const all = new Map<number, Occurrence>();
  const add = (range: Range, isDefinition: boolean): void => {
    const known = all.get(range.start);
    all.set(range.start, {
      range: withoutQuotes(text, range),
      isDefinition: isDefinition || known?.isDefinition === true,
    });
  };
  for (const { of, place, source, isDefinition } of found.uses) {
    if (!isSame(of, found.name)) continue;
    add(place, isDefinition);
    if (isOnly(found.uses, source, found.name)) add(source, false);
  }
  return {
    at: withoutQuotes(text, found.at),
    all: [...all.values()].sort((a, b) => a.range.start - b.range.start),
  };
}

export interface FoundName {
  readonly name: PlanName;
  /** Range at the cursor, with quotes. */
  readonly at: Range;
  readonly uses: readonly ScalarUse[];
}

/** Returns the name that is written, or reached by an alias, at an offset. */
export function nameAt(
  { tree }: Pick<PlanDocument, 'tree'>,
  offset: number,
): FoundName | undefined {
  const uses = tree ? collectUses(tree) : [];
  const here = uses.find(({ of, place }) => of && contains(place, offset));
  if (here?.of) return { name: here.of, at: here.place, uses };
  const source = uses.find((use) => use.of && contains(use.source, offset));
  return source?.of && isOnly(uses, source.source, source.of)
    ? { name: source.of, at: source.source, uses }
    : undefined;
}

export function isSame(a: PlanName | undefined, b: PlanName): boolean {
  return a?.section === b.section && a.name === b.name;
}

/** Tells if a text that is written once, and used through aliases, means nothing but the name. */
function isOnly(uses: readonly ScalarUse[], source: Range, name: PlanName): boolean {
  return uses.every((use) => use.source.start !== source.start || isSame(use.of, name));
}

function occurrencesOfAnchor(text: string, offset: number): Occurrences | undefined {
  const group = anchorAt(text, offset);
  if (!group) return undefined;
  return { at: group.at, all: [group.anchor, ...group.aliases].map(toOccurrence) };
}

function toOccurrence(range: Range, index: number): Occurrence {
  return { range, isDefinition: index === 0 };
}

/** Returns the anchor that an `&name` or `*name` at the offset is about. */
export function anchorAt(
  text: string,
  offset: number,
): (AnchorGroup & { readonly at: Range }) | undefined {
  for (const group of anchorGroups(text)) {
    const at = [group.anchor, ...group.aliases].find(
      ({ start, end }) => contains({ start: start - 1, end }, offset), // with its sign
    );
    if (at) return { ...group, at };
  }
  return undefined;
}

function contains({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Returns the range inside the quotes. An alias and a plain text have none. */
export function withoutQuotes(text: string, { start, end }: Range): Range {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start >= 2 && text[end - 1] === quote;
  if (isQuoted) return { start: start + 1, end: end - 1 };
  // A block scalar ends with its line.
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
