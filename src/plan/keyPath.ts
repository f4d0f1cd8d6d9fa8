/** Reads and writes key paths, which are JSON Pointers (RFC 6901): `/` in a key is `~1`, `~` is `~0`. */
import type { KeyPath } from '../engine/plan/plan';

export function joinPath(path: KeyPath, key: string | number): KeyPath {
  const step = String(key);
  return `${path}/${/[~/]/.test(step) ? step.replace(/~/g, '~0').replace(/\//g, '~1') : step}`;
}

export function splitPath(path: KeyPath): string[] {
  if (path === '') return [];
  const steps = path.slice(1).split('/');
  if (!path.includes('~')) return steps;
  return steps.map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}
