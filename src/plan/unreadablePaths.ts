/** Finds the parts of a plan that could not be read. A finding that only follows from their absence is left out. */
import type { KeyPath } from '../engine/plan/plan';

export interface UnreadablePaths {
  /** Tells if the path, or something around it, could not be read. */
  has(path: KeyPath): boolean;
  /** Tells if something directly in it could not be read, such as an item of a list. */
  hasPartOf(path: KeyPath): boolean;
}

export function indexUnreadablePaths(paths: ReadonlySet<KeyPath>): UnreadablePaths {
  const parents = new Set([...paths].map(parentOf));
  const has = (path: KeyPath): boolean => {
    if (paths.size === 0) {
      return false;
    }
    for (let at = path; ; at = parentOf(at)) {
      if (paths.has(at)) {
        return true;
      }
      if (at === '') {
        return false;
      }
    }
  };
  return { has, hasPartOf: (path) => paths.size > 0 && parents.has(path) };
}

function parentOf(path: KeyPath): KeyPath {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
