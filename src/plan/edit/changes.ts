/** Values to write, as a tree along their paths: what is written in one map is written at once. */
import type { KeyPath } from '../../engine/plan';
import { splitPath } from '../keyPath';

export interface ValueChange {
  readonly path: KeyPath;
  /** The value's text, unquoted. */
  readonly text: string;
}

/** Either a value itself, or changes further in. */
export interface Changes {
  readonly text: string | undefined;
  readonly inner: ReadonlyMap<string, Changes>;
}

interface Building {
  text: string | undefined;
  readonly inner: Map<string, Building>;
}

export function changesTree(changes: readonly ValueChange[]): Changes {
  const root: Building = { text: undefined, inner: new Map() };
  for (const { path, text } of changes) {
    let at = root;
    for (const step of splitPath(path)) {
      let next = at.inner.get(step);
      if (next === undefined) {
        next = { text: undefined, inner: new Map() };
        at.inner.set(step, next);
      }
      at = next;
    }
    at.text = text;
  }
  return root;
}
