/** A place of the plan that is about to be read, and the list that problems go to. */
import type { KeyPath } from '../../engine/plan';
import { describeNode } from '../buildTree';
import type { Range } from '../document';
import type { PlanProblem } from '../problems';
import type { YamlNode } from '../yamlTree';

export interface Slot {
  readonly node: YamlNode;
  readonly path: KeyPath;
  /** The value, as far as findings on it reach. */
  readonly range: Range;
  /** Where to say what is missing in it: its key, or its first line. */
  readonly keyRange: Range;
  /** What findings call it: "scenario A". */
  readonly where: string;
}

export type Problems = PlanProblem[];

export function reportWrongType(
  problems: Problems,
  { node, range }: Pick<Slot, 'node' | 'range'>,
  expected: string,
  key: string,
): void {
  // What stands for a broken alias has its problem already.
  if (node.kind !== 'nothing' || !node.broken) {
    problems.push({
      code: 'plan.wrong-type',
      range,
      args: { found: describeNode(node), expected, key },
    });
  }
}

export function reportMissing(
  problems: Problems,
  { keyRange, where }: Pick<Slot, 'keyRange' | 'where'>,
  keys: readonly string[],
  why?: string,
): void {
  problems.push({ code: 'plan.missing-key', range: keyRange, args: { keys, where, why } });
}
