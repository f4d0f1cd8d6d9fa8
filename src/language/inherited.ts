/** Finds the plan-wide value of a scenario's workload or policy key that the scenario omits. */
import type { KeyPath } from '../engine/plan/plan';
import type { PlanDocument } from '../plan/document';
import { joinPath, splitPath } from '../plan/keyPath';

/** Returns `/policy/spare` for `/scenarios/A/policy/spare`, or undefined if nothing is inherited. */
export function inheritedPath(path: KeyPath): KeyPath | undefined {
  const [section, , part, key, ...rest] = splitPath(path);
  if (section !== 'scenarios' || key === undefined || rest.length > 0) return undefined;
  return part === 'workload' || part === 'policy' ? joinPath(joinPath('', part), key) : undefined;
}

const LONGEST_VALUE = 40;

/** Returns the plan's own text there, or undefined unless it is one short line. */
export function writtenAt(document: PlanDocument, path: KeyPath): string | undefined {
  const range = document.rangeOf(path, 'value');
  const written = range && document.text.slice(range.start, range.end);
  return written === undefined || written.includes('\n') || written.length > LONGEST_VALUE
    ? undefined
    : written;
}
