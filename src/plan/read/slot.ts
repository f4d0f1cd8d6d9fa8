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
  { node, range: whole }: Pick<Slot, 'node' | 'range'>,
  expected: string,
  key: string,
): void {
  // What stands for a broken alias has its problem already.
  if (node.kind !== 'nothing' || !node.broken) {
    // Behind an alias the node's own range is elsewhere.
    const range = whole.start === node.range.start ? visibleRange(node) : whole;
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

/** Of what goes on over several lines, the beginning. */
function visibleRange(node: YamlNode): Range {
  if (node.kind === 'map' && !node.flow) {
    return node.written[0]?.keyRange ?? node.range;
  }
  if (node.kind === 'list' && !node.flow) {
    const [first] = node.items;
    const end = first === undefined ? node.range.end : visibleRange(first.value).end;
    // An alias as the first item is defined before it.
    return { start: node.range.start, end: Math.max(end, node.range.start + 1) };
  }
  return node.range;
}
