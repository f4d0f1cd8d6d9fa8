/** The parts of a plan that could not be read: what only follows from their absence is not worth a word. */
import type { KeyPath } from '../engine/plan/plan';

export interface UnreadablePaths {
  /** Whether something there could not be read, or what it stands in. */
  has(path: KeyPath): boolean;
  /** Whether something directly in it could not be read, such as an item of a list. */
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
