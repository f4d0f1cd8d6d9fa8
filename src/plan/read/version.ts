/** Checks the version before anything else: this reader cannot understand a later one. */
import type { PlanProblem } from '../problems';
import { findEntry, type YamlNode } from '../yamlTree';

const SUPPORTED = 1;

/**
 * Reports `plan.version` for a later version, and other problems for an invalid one. The field table reports a
 * missing one.
 */
export function checkVersion(root: YamlNode): PlanProblem | undefined {
  const entry = root.kind === 'map' ? findEntry(root, 'version') : undefined;
  if (entry?.value.kind !== 'scalar' || entry.value.text === '1') {
    return undefined;
  }
  const { value, valueRange: range } = entry;
  const found = value.text;
  const version = /^\d+(\.\d+)*$/.test(found) ? Number.parseFloat(found) : undefined;
  if (version !== undefined && version > SUPPORTED) {
    return { code: 'plan.version', range, args: { found, supported: SUPPORTED } };
  }
  const key = 'version';
  return {
    code: 'plan.value',
    range,
    path: '/version',
    args: {
      found,
      key,
      expected: '1',
      choices: ['1'],
      example: undefined,
      suggestion: undefined,
      trap: undefined,
    },
  };
}
