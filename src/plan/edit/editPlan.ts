/**
 * Writes values into the text of a plan. Comments, order, quotes and all other values stay unchanged. A value that
 * cannot be written is reported, and never breaks the text.
 */
import type { PlanDocument } from '../document';
import { readYaml } from '../yamlReader';
import type { YamlNode } from '../yamlTree';
import { changesTree, type ValueChange } from './changes';
import { editTree } from './editTree';
import { keepOthers, type Writing } from './keepOthers';
import { differingPaths, leavesOf, leavesWith } from './leaves';
import type { TextEdit } from './textEdit';

export type { ValueChange } from './changes';
export type { TextEdit } from './textEdit';

export type PlanEdit =
  | { readonly edits: readonly TextEdit[]; readonly text: string }
  | { readonly problem: EditProblem };

/** `unreadable`: the text is no YAML as it is; `unwritable`: the values have no place of their own in it. */
type EditProblem = 'unreadable' | 'unwritable';

/**
 * Maximum number of rounds. Values that others share (anchors, merge keys) are kept in the second, theirs in the
 * third.
 */
const MOST_ROUNDS = 4;

/**
 * Writes changes into the text of a plan.
 * @param changes Texts as YAML reads them, unquoted. Each path leads to a scalar, or to a key that a map of
 *   the plan does not have yet.
 */
export function editPlan(
  { text, tree }: Pick<PlanDocument, 'text' | 'tree'>,
  changes: readonly ValueChange[],
): PlanEdit {
  if (tree === undefined) {
    return { problem: 'unreadable' };
  }
  const before = leavesOf(tree);
  const expected = leavesWith(before, changes);
  let writing: Writing | undefined = {
    values: changes.filter(({ path, text: wanted }) => before.get(path)?.text !== wanted),
    copies: new Set(),
  };
  for (let round = 0; round < MOST_ROUNDS && writing !== undefined; round += 1) {
    const edited = tryEdit(text, tree, writing);
    if (edited === undefined) {
      break;
    }
    const differing = differingPaths(expected, leavesOf(edited.tree));
    if (differing.length === 0) {
      return { edits: edited.edits, text: edited.text };
    }
    writing = keepOthers(tree, differing, expected, writing);
  }
  return { problem: 'unwritable' };
}

interface Edited {
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly tree: YamlNode;
}

function tryEdit(text: string, tree: YamlNode, { values, copies }: Writing): Edited | undefined {
  const found = editTree(text, tree, changesTree(values, copies));
  if (found === undefined) {
    return undefined;
  }
  const edits = [...found].sort((a, b) => a.start - b.start);
  const edited = applyEdits(text, edits);
  const { root } = readYaml(edited);
  return root && { edits, text: edited, tree: root };
}

/** @param edits Edits in order, without overlaps. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let applied = '';
  let at = 0;
  for (const edit of edits) {
    applied += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return applied + text.slice(at);
}
