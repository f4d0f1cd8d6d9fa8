/** Finds what a name refers to, or says that nothing has that name. */
import { nearest } from '../nearest';
import type { Said } from './readMap';
import type { Problems } from './slot';

/** Findings name so many of what there is. */
const MAX_KNOWN = 20;
/** With more problems than this nobody reads suggestions, which take time. */
const MANY_PROBLEMS = 200;

export function resolve<T>(
  said: Said<string>,
  kind: 'engine' | 'node' | 'target',
  all: ReadonlyMap<string, T>,
  problems: Problems,
): T | undefined {
  const { value: name, range } = said;
  const found = all.get(name);
  if (found === undefined) {
    const suggestion = problems.length < MANY_PROBLEMS ? nearest(name, [...all.keys()]) : undefined;
    const args = { name, kind, suggestion, known: firstKeys(all, MAX_KNOWN) };
    problems.push({ code: 'plan.unknown-reference', range, args });
  }
  return found;
}

function firstKeys(all: ReadonlyMap<string, unknown>, count: number): string[] {
  const keys: string[] = [];
  for (const key of all.keys()) {
    if (keys.length === count) {
      break;
    }
    keys.push(key);
  }
  return keys;
}
