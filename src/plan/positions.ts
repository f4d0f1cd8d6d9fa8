/** Converts between places of the text and paths of the plan. */
import type { KeyPath } from '../engine/plan/plan';
import type { PathAt, PathPart } from './document';
import { joinPath, splitPath } from './keyPath';
import type { Range } from './range';
import { findEntry, type YamlEntry, type YamlItem, type YamlNode } from './yamlTree';

/** Returns the place where a path is written, through aliases and merge keys. */
export function findRange(root: YamlNode, path: KeyPath, part: PathPart): Range | undefined {
  let node: YamlNode | undefined = root;
  let key: Range | undefined;
  let value: Range = root.range;
  for (const step of splitPath(path)) {
    if (node?.kind === 'map') {
      const entry: YamlEntry | undefined = findEntry(node, step);
      key = entry?.keyRange;
      node = entry?.value;
      value = entry?.valueRange ?? value;
    } else if (node?.kind === 'list') {
      const item: YamlItem | undefined = /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
      key = undefined;
      node = item?.value;
      value = item?.range ?? value;
    } else {
      // What a file holds is where the plan names the file.
      if (isOfFile(path)) break;
      return undefined;
    }
    if (node === undefined) {
      return undefined;
    }
  }
  return part === 'key' ? key : value;
}

function isOfFile(path: KeyPath): boolean {
  return /\/observations\/(?:\d+\/)?from\/\d+(?:\/|$)/.test(path);
}

/** Returns the node that a path leads to, through aliases and merge keys. */
export function findNode(root: YamlNode, path: KeyPath): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of splitPath(path)) {
    if (node?.kind === 'map') {
      node = findEntry(node, step)?.value;
    } else if (node?.kind === 'list' && /^\d+$/.test(step)) {
      node = node.items[Number(step)]?.value;
    } else {
      return undefined;
    }
  }
  return node;
}

/** Returns the innermost key or scalar at the offset. The offset right after it counts too. */
export function findPath(root: YamlNode, offset: number): PathAt | undefined {
  let node = root;
  let path: KeyPath = '';
  for (;;) {
    if (node.kind === 'map') {
      const entry = lastBefore(node.written, offset, (candidate) => candidate.keyRange);
      if (entry === undefined) {
        return undefined;
      }
      const inner = joinPath(path, entry.key);
      if (contains(entry.keyRange, offset)) {
        return { path: inner, part: 'key', range: entry.keyRange };
      }
      const descends = isWrittenHere(entry.value, entry.valueRange);
      if (!descends) {
        return contains(entry.valueRange, offset)
          ? { path: inner, part: 'value', range: entry.valueRange }
          : undefined;
      }
      node = entry.value;
      path = inner;
    } else if (node.kind === 'list') {
      const item = lastBefore(node.items, offset, (candidate) => candidate.range);
      if (item === undefined) {
        return undefined;
      }
      path = joinPath(path, node.items.indexOf(item));
      if (!isWrittenHere(item.value, item.range)) {
        return contains(item.range, offset)
          ? { path, part: 'value', range: item.range }
          : undefined;
      }
      node = item.value;
    } else {
      return contains(node.range, offset) ? { path, part: 'value', range: node.range } : undefined;
    }
  }
}

/** Tells if a node is written here, and not reached through an alias. */
function isWrittenHere(node: YamlNode, range: Range): boolean {
  return node.range.start === range.start && node.range.end === range.end;
}

function contains({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Returns the last item that begins at or before the offset. Items are in the order of the text. */
function lastBefore<T>(
  all: readonly T[],
  offset: number,
  rangeOf: (one: T) => Range,
): T | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = all[middle];
    if (one !== undefined && rangeOf(one).start <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return all[low - 1];
}
