/**
 * Keeps values that an edit changed unintentionally, through aliases and merge keys. Each such value is written with
 * its old text in its own place.
 */
import type { KeyPath } from '../../engine/plan/plan';
import { joinPath, splitPath } from '../keyPath';
import { findEntry, type YamlNode } from '../yamlTree';
import type { ValueChange } from './changes';
import type { Leaf } from './leaves';

export interface Writing {
  readonly values: readonly ValueChange[];
  /** Aliases that become copies of their targets. */
  readonly copies: ReadonlySet<KeyPath>;
}

/** Returns changes that keep the other values as they are. Returns undefined if nothing more can be done. */
export function keepOthers(
  tree: YamlNode,
  differing: readonly KeyPath[],
  expected: ReadonlyMap<KeyPath, Leaf>,
  { values, copies }: Writing,
): Writing | undefined {
  const kept: ValueChange[] = [];
  const copied = new Set(copies);
  for (const path of differing) {
    const text = expected.get(path)?.text;
    if (text !== undefined && !values.some((value) => value.path === path)) {
      kept.push({ path, text });
      continue;
    }
    // A new key: an override cannot remove it, and a copy never has it.
    const alias = lastAlias(tree, path);
    if (alias === undefined || copies.has(alias)) {
      return undefined;
    }
    copied.add(alias);
  }
  return { values: [...values, ...kept], copies: copied };
}

/** Returns the path of the last alias on the way to a path. */
function lastAlias(tree: YamlNode, path: KeyPath): KeyPath | undefined {
  let node: YamlNode | undefined = tree;
  let at: KeyPath = '';
  let alias: KeyPath | undefined;
  for (const step of splitPath(path)) {
    at = joinPath(at, step);
    if (node?.kind === 'map') {
      const entry = findEntry(node, step);
      const isOwn = entry !== undefined && node.written.includes(entry);
      if (isOwn && entry.value.range.start !== entry.valueRange.start) {
        alias = at;
      }
      node = entry?.value;
    } else {
      node = node?.kind === 'list' ? node.items[Number(step)]?.value : undefined;
    }
  }
  return alias;
}
