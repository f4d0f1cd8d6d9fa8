/** Finds the entry that a name refers to, or reports that nothing has that name. */
import { nearest } from '../nearest';
import type { Located } from './readMap';
import type { ProblemLog } from './problemLog';

/** Maximum number of known names in a finding. */
const MAX_KNOWN = 20;
/** Number of problems above which suggestions are skipped: nobody reads them, and they take time. */
const MANY_PROBLEMS = 200;

export function resolve<T>(
  located: Located<string>,
  kind: 'engine' | 'node' | 'target',
  all: ReadonlyMap<string, T>,
  log: ProblemLog,
): T | undefined {
  const { value: name, range, path } = located;
  const found = all.get(name);
  if (found !== undefined) {
    return found;
  }
  log.addUnread(path);
  // The names of an unreadable section are unknown.
  if (!log.isUnread(`/${kind}s`)) {
    const few = log.problems.length < MANY_PROBLEMS;
    const suggestion = few ? nearest(name, [...all.keys()]) : undefined;
    const args = { name, kind, suggestion, known: firstKeys(all, MAX_KNOWN) };
    log.add({ code: 'plan.unknown-reference', range, args, path });
  }
  return undefined;
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
