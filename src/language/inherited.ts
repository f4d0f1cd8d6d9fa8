/** Keys of a scenario's workload and policy: without one the plan's own value counts. */
import type { KeyPath } from '../engine/plan/plan';
import type { PlanDocument } from '../plan/document';
import { joinPath, splitPath } from '../plan/keyPath';

/** `/policy/spare` of `/scenarios/A/policy/spare`; undefined where nothing is inherited. */
export function inheritedPath(path: KeyPath): KeyPath | undefined {
  const [section, , part, key, ...rest] = splitPath(path);
  if (section !== 'scenarios' || key === undefined || rest.length > 0) return undefined;
  return part === 'workload' || part === 'policy' ? joinPath(joinPath('', part), key) : undefined;
}

const LONGEST_VALUE = 40;

/** What the plan writes there, where that is one short line. */
export function writtenAt(document: PlanDocument, path: KeyPath): string | undefined {
  const range = document.rangeOf(path, 'value');
  const written = range && document.text.slice(range.start, range.end);
  return written === undefined || written.includes('\n') || written.length > LONGEST_VALUE
    ? undefined
    : written;
}
