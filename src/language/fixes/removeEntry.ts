/** Removes a key of a map with its value, in block and flow style. */
import type { KeyPath } from '../../engine/plan/plan';
import type { PlanDocument } from '../../plan/document';
import { applyEdits } from '../../plan/edit/editPlan';
import { differingPaths, leavesOf } from '../../plan/edit/leaves';
import { endOfLine } from '../../plan/edit/lines';
import type { TextEdit } from '../../plan/edit/textEdit';
import { splitPath } from '../../plan/keyPath';
import { findNode } from '../../plan/positions';
import { readYaml } from '../../plan/yamlReader';
import type { YamlMap } from '../../plan/yamlTree';

/** Returns undefined if that would change another value: one that uses an anchor of it, say. */
export function removeEntry({ text, tree }: PlanDocument, path: KeyPath): TextEdit | undefined {
  const cut = path.lastIndexOf('/');
  const map = tree && findNode(tree, path.slice(0, cut));
  const key = splitPath(path).at(-1);
  if (!tree || map?.kind !== 'map' || map.written.length < 2) return undefined;
  const index = map.written.findIndex((entry) => entry.key === key);
  const edit = map.flow ? inBraces(map, index) : onLines(text, map, index);
  if (!edit) return undefined;
  const { root } = readYaml(applyEdits(text, [edit]));
  const kept = new Map(
    [...leavesOf(tree)].filter(([each]) => each !== path && !each.startsWith(`${path}/`)),
  );
  return root && differingPaths(kept, leavesOf(root)).length === 0 ? edit : undefined;
}

function inBraces({ written }: YamlMap, index: number): TextEdit | undefined {
  const entry = written[index];
  const before = written[index - 1];
  const after = written[index + 1];
  if (!entry) return undefined;
  if (after) return { start: entry.keyRange.start, end: after.keyRange.start, text: '' };
  return before && { start: before.valueRange.end, end: entry.valueRange.end, text: '' };
}

/** Removes the lines from the key to the next one. Comments above a key belong to that key. */
function onLines(text: string, { written }: YamlMap, index: number): TextEdit | undefined {
  const entry = written[index];
  if (!entry) return undefined;
  const start = text.lastIndexOf('\n', entry.keyRange.start - 1) + 1;
  if (text.slice(start, entry.keyRange.start).trim() !== '') return undefined;
  const last = text.slice(0, Math.max(entry.keyRange.end, entry.valueRange.end)).trimEnd().length;
  const end = Math.min(text.length, endOfLine(text, last));
  const behind = /^\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + behind, text: '' };
}
