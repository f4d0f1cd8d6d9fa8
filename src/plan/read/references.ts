/** Finds what a name refers to, or says that nothing has that name. */
import { nearest } from '../nearest';
import type { Said } from './readMap';
import type { Problems } from './slot';

export function resolve<T>(
  said: Said<string>,
  kind: 'engine' | 'node' | 'target',
  known: ReadonlyMap<string, T>,
  problems: Problems,
): T | undefined {
  const { value: name, range } = said;
  const found = known.get(name);
  if (found === undefined) {
    const names = [...known.keys()];
    const args = { name, kind, suggestion: nearest(name, names), known: names };
    problems.push({ code: 'plan.unknown-reference', range, args });
  }
  return found;
}
