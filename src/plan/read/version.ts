/** The version comes before all else: what a later one means, this reader cannot know. */
import type { PlanProblem } from '../problems';
import { findEntry, type YamlNode } from '../yamlTree';

const SUPPORTED = 1;

/** `plan.version` for a later one; other problems for what is no version. A missing one is for the field table. */
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
