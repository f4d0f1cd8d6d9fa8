/** Renames an engine, node, target or scenario everywhere in a plan, or an anchor with its aliases. */
import { t } from '@vscode/l10n';
import type { KeyPath } from '../../engine/plan/plan';
import type { PlanDocument } from '../../plan/document';
import { applyEdits } from '../../plan/edit/editPlan';
import { differingPaths, leavesOf, type Leaf } from '../../plan/edit/leaves';
import type { TextEdit } from '../../plan/edit/textEdit';
import { joinPath, splitPath } from '../../plan/keyPath';
import type { Range } from '../../plan/range';
import { readYaml } from '../../plan/yamlReader';
import type { YamlNode } from '../../plan/yamlTree';
import type { PlanName, ScalarUse } from './collectNames';
import { anchorAt, isSame, nameAt, withoutQuotes, type FoundName } from './occurrences';
import { anchorGroups } from './anchors';
import { faultOfName, writeName } from './writeName';

/** What the cursor is on, as the editor shows it before it asks for the new name. */
export type Renamable = { readonly range: Range; readonly name: string } | Refused;
export type Renaming = { readonly edits: readonly TextEdit[] } | Refused;

interface Refused {
  /** What is wrong, and what to do, in words. */
  readonly problem: string;
}

function nothing(): Refused {
  return {
    problem: t`Only names of engines, nodes, targets and scenarios, and anchors, can be renamed.`,
  };
}

function broken(): Refused {
  return { problem: t`This text is no valid YAML yet. Mend it first.` };
}

/** Returns what can be renamed at an offset. */
export function renamableAt(document: PlanDocument, offset: number): Renamable {
  if (!document.tree) return broken();
  const found = nameAt(document, offset);
  if (found) {
    const problem = faultOfFound(found);
    const { name } = found.name;
    return problem ? { problem } : { range: withoutQuotes(document.text, found.at), name };
  }
  const anchor = anchorAt(document.text, offset);
  return anchor ? { range: anchor.at, name: anchor.name } : nothing();
}

/** Returns the edits. Every other value of the plan stays as it is, or there are none. */
export function renameAt(document: PlanDocument, offset: number, newName: string): Renaming {
  const { tree } = document;
  if (!tree) return broken();
  const name = newName.trim();
  const found = nameAt(document, offset);
  return found
    ? renameName(document.text, tree, found, name)
    : renameAnchor(document, offset, name);
}

function renameName(text: string, tree: YamlNode, found: FoundName, newName: string): Renaming {
  const { name, uses } = found;
  const problem = faultOfFound(found) ?? faultOfName(newName) ?? clashOf(name, uses, newName);
  if (problem) return { problem };
  if (newName === name.name) return { edits: [] };
  const edits = editsOf(text, found, newName);
  const after = readYaml(applyEdits(text, edits)).root;
  const isExact = after && differingPaths(renamedLeaves(tree, found, newName), leaves(after));
  return isExact?.length === 0
    ? { edits }
    : {
        problem: t`${code(name.name)} is shared through an anchor or a merge key. Write it out first.`,
      };
}

function faultOfFound({ name, uses }: FoundName): string | undefined {
  const isDefined = uses.some(({ of, isDefinition }) => isDefinition && isSame(of, name));
  return isDefined ? undefined : missingName(name);
}

function clashOf(
  { section, name }: PlanName,
  uses: readonly ScalarUse[],
  newName: string,
): string | undefined {
  const taken = uses.some(
    ({ of, isDefinition }) => isDefinition && of?.section === section && of.name === newName,
  );
  if (!taken || newName === name) return undefined;
  return takenName(section, newName);
}

function missingName({ section, name }: PlanName): string {
  switch (section) {
    case 'engines':
      return t`The plan's engines have no ${code(name)}.`;
    case 'nodes':
      return t`The plan's nodes have no ${code(name)}.`;
    case 'targets':
      return t`The plan's targets have no ${code(name)}.`;
    case 'scenarios':
      return t`The plan's scenarios have no ${code(name)}.`;
  }
}

function takenName(section: PlanName['section'], name: string): string {
  switch (section) {
    case 'engines':
      return t`The plan's engines have a ${code(name)} already. Choose another name.`;
    case 'nodes':
      return t`The plan's nodes have a ${code(name)} already. Choose another name.`;
    case 'targets':
      return t`The plan's targets have a ${code(name)} already. Choose another name.`;
    case 'scenarios':
      return t`The plan's scenarios have a ${code(name)} already. Choose another name.`;
  }
}

function code(name: string): string {
  return `\`${name}\``;
}

/**
 * Writes the name where its text is. A text that other values share through aliases is left to them: the name is then
 * written in the place of its own aliases. Where the name itself has the anchor, the other values are written out.
 */
function editsOf(text: string, { name, uses }: FoundName, newName: string): readonly TextEdit[] {
  const edits = new Map<number, TextEdit>();
  const write = (range: Range, value: string): void => {
    const { start } = range;
    const old = text.slice(start, range.end).trimEnd();
    edits.set(start, { start, end: start + old.length, text: writeName(value, old) });
  };
  const sources = new Map<number, ScalarUse[]>();
  for (const use of uses) {
    sources.set(use.source.start, [...(sources.get(use.source.start) ?? []), use]);
  }
  for (const sharing of sources.values()) {
    const own = sharing.filter(({ of }) => isSame(of, name));
    const [first] = own;
    if (!first) continue;
    const others = sharing.filter(({ of }) => !isSame(of, name));
    const hasAnchor = own.some((use) => !isAlias(use));
    if (others.length === 0 || hasAnchor) write(first.source, newName);
    else for (const { place } of own) write(place, newName);
    if (hasAnchor) for (const { place } of others.filter(isAlias)) write(place, name.name);
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

function isAlias({ place, source }: ScalarUse): boolean {
  return place.start !== source.start;
}

/** Returns all values as they should be with the new name. */
function renamedLeaves(
  tree: YamlNode,
  { name, uses }: FoundName,
  newName: string,
): ReadonlyMap<KeyPath, Leaf> {
  const references = new Set(
    uses.filter(({ of, isDefinition }) => !isDefinition && isSame(of, name)).map((use) => use.path),
  );
  const renamed = new Map<KeyPath, Leaf>();
  for (const [path, leaf] of leaves(tree)) {
    const [section, own, ...rest] = splitPath(path);
    const isOwn = section === name.section && own === name.name;
    const moved = isOwn ? [section, newName, ...rest].reduce<KeyPath>(joinPath, '') : path;
    renamed.set(moved, references.has(path) ? { text: newName } : leaf);
  }
  return renamed;
}

/** Lists the values that a plan has a meaning for: notes of the user's own (`x-…`) may name what they like. */
function leaves(tree: YamlNode): ReadonlyMap<KeyPath, Leaf> {
  return new Map([...leavesOf(tree)].filter(([path]) => !path.includes('/x-')));
}

const ANCHOR = /^[^\s,[\]{}]+$/;

function renameAnchor({ text }: PlanDocument, offset: number, newName: string): Renaming {
  const found = anchorAt(text, offset);
  if (!found) return nothing();
  if (newName === found.name) return { edits: [] };
  if (!ANCHOR.test(newName)) {
    return { problem: t`An anchor has no blanks, commas, brackets or braces.` };
  }
  if (anchorGroups(text).some(({ name }) => name === newName)) {
    return { problem: t`The plan has an anchor ${code(newName)} already. Choose another name.` };
  }
  const ranges = [found.anchor, ...found.aliases];
  return { edits: ranges.map(({ start, end }) => ({ start, end, text: newName })) };
}
