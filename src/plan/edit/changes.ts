/** Groups values to write as a tree along their paths. Values of one map are written together. */
import type { KeyPath } from '../../engine/plan/plan';
import { splitPath } from '../keyPath';

export interface ValueChange {
  readonly path: KeyPath;
  /** Text of the value, unquoted. */
  readonly text: string;
}

/** A value itself, or changes further in. */
export interface Changes {
  readonly text: string | undefined;
  readonly inner: ReadonlyMap<string, Changes>;
  /** Set if an alias here becomes a copy of its target, which then stays unchanged. */
  readonly copied: boolean;
}

export const NO_CHANGES: Changes = { text: undefined, inner: new Map(), copied: false };

interface Building {
  text: string | undefined;
  readonly inner: Map<string, Building>;
  copied: boolean;
}

/** @param copies Paths of aliases to copy. */
export function changesTree(changes: readonly ValueChange[], copies: Iterable<KeyPath>): Changes {
  const root = newBuilding();
  for (const { path, text } of changes) {
    placeAt(root, path).text = text;
  }
  for (const path of copies) {
    placeAt(root, path).copied = true;
  }
  return root;
}

function placeAt(root: Building, path: KeyPath): Building {
  let at = root;
  for (const step of splitPath(path)) {
    const next = at.inner.get(step) ?? newBuilding();
    at.inner.set(step, next);
    at = next;
  }
  return at;
}

function newBuilding(): Building {
  return { text: undefined, inner: new Map(), copied: false };
}
