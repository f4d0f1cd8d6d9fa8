/** Lists all effective values of a plan by path, to find the effect of an edit. */
import type { KeyPath } from '../../engine/plan/plan';
import { joinPath } from '../keyPath';
import type { YamlNode } from '../yamlTree';
import type { ValueChange } from './changes';

/** A text, or the kind of an empty place. */
export type Leaf = { readonly text: string } | { readonly text: undefined; readonly what: string };

export function leavesOf(root: YamlNode): Map<KeyPath, Leaf> {
  const leaves = new Map<KeyPath, Leaf>();
  const visit = (node: YamlNode, path: KeyPath): void => {
    if (node.kind === 'map' && node.entries.length > 0) {
      for (const { key, value } of node.entries) visit(value, joinPath(path, key));
    } else if (node.kind === 'list' && node.items.length > 0) {
      node.items.forEach(({ value }, index) => visit(value, joinPath(path, index)));
    } else {
      leaves.set(
        path,
        node.kind === 'scalar' ? { text: node.text } : { text: undefined, what: node.kind },
      );
    }
  };
  visit(root, '');
  return leaves;
}

/** Returns the expected values after the changes. */
export function leavesWith(
  before: ReadonlyMap<KeyPath, Leaf>,
  changes: readonly ValueChange[],
): ReadonlyMap<KeyPath, Leaf> {
  const after = new Map(before);
  for (const { path, text } of changes) {
    // An empty map stops being empty with its first key.
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) after.delete(at);
    after.delete('');
    after.set(path, { text });
  }
  return after;
}

/** Returns paths whose value differs or is missing. */
export function differingPaths(
  expected: ReadonlyMap<KeyPath, Leaf>,
  found: ReadonlyMap<KeyPath, Leaf>,
): readonly KeyPath[] {
  const changed = [...expected].filter(([path, leaf]) => !isSame(leaf, found.get(path)));
  const added = [...found.keys()].filter((path) => !expected.has(path));
  return [...changed.map(([path]) => path), ...added];
}

function isSame(a: Leaf, b: Leaf | undefined): boolean {
  if (b === undefined || a.text !== b.text) return false;
  return a.text !== undefined || b.text !== undefined || a.what === b.what;
}
