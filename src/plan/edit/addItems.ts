/**
 * Adds items to a list of maps: behind its last item, in its style, with its indentation and line ends. Comments, order
 * and all other values stay unchanged. Creates the list where the map has none.
 */
import type { KeyPath } from '../../engine/plan/plan';
import type { PlanDocument } from '../document';
import { joinPath, splitPath } from '../keyPath';
import { readYaml } from '../yamlReader';
import { findEntry, type YamlEntry, type YamlMap, type YamlNode } from '../yamlTree';
import { applyEdits, type PlanEdit } from './editPlan';
import { endOfLine, indentOf, lineEnd } from './lines';
import { blockItem, flowItem, type Item } from './itemText';
import { differingPaths, leavesOf, type Leaf } from './leaves';
import type { TextEdit } from './textEdit';

export type { Item } from './itemText';

interface List {
  readonly map: YamlMap;
  /** Undefined if the map has no such key. */
  readonly entry: YamlEntry | undefined;
  readonly key: string;
}

/**
 * @param path Path of the list, such as `/engines/ollama/observations`.
 * @param items Keys with texts as YAML reads them, unquoted, or maps of such.
 */
export function addItems(
  { text, tree }: Pick<PlanDocument, 'text' | 'tree'>,
  path: KeyPath,
  items: readonly Item[],
): PlanEdit {
  if (tree === undefined) return { problem: 'unreadable' };
  if (items.length === 0) return { edits: [], text };
  const list = findList(tree, path);
  const edit = list && editOf(text, list, items);
  if (!edit) return { problem: 'unwritable' };
  const edited = applyEdits(text, [edit]);
  const { root } = readYaml(edited);
  const before = leavesOf(tree);
  const isAsMeant =
    root && differingPaths(leavesAfter(before, path, items), leavesOf(root)).length === 0;
  return isAsMeant ? { edits: [edit], text: edited } : { problem: 'unwritable' };
}

/** Finds the list, or the map that will have it, as they are written: not through an alias or a merge key. */
function findList(tree: YamlNode, path: KeyPath): List | undefined {
  const steps = splitPath(path);
  const key = steps.at(-1) ?? '';
  let map = tree;
  for (const step of steps.slice(0, -1)) {
    const entry = map.kind === 'map' ? ownEntry(map, step) : undefined;
    if (!entry || isAlias(entry)) return undefined;
    map = entry.value;
  }
  if (map.kind !== 'map') return undefined;
  const entry = ownEntry(map, key);
  if (entry ? isAlias(entry) || entry.bare : findEntry(map, key)) return undefined;
  return { map, entry, key };
}

function ownEntry(map: YamlMap, key: string): YamlEntry | undefined {
  return map.written.find((entry) => entry.key === key);
}

function isAlias({ value, valueRange }: YamlEntry): boolean {
  return value.range.start !== valueRange.start || value.range.end !== valueRange.end;
}

function editOf(text: string, list: List, items: readonly Item[]): TextEdit | undefined {
  const { entry, map, key } = list;
  if (!entry) return map.flow ? newInBraces(map, key, items) : newBelow(text, map, key, items);
  const { value } = entry;
  if (value.kind === 'nothing' && !value.broken) return fill(text, map, entry, items);
  if (value.kind !== 'list') return undefined;
  if (value.flow) return intoBrackets(text, value, items);
  const [first] = value.items;
  const last = value.items.at(-1)?.value;
  if (!first || !last) return undefined;
  const at = lineBehind(text, endOf(last));
  const dash = text.lastIndexOf('-', first.range.start - 1);
  const indent = indentOf(text, { keyRange: { start: dash, end: dash } });
  const write = last.kind === 'map' && last.flow ? flowItem : blockItem;
  return linesAt(text, at, items, (item) => write(item, indent));
}

/** `observations:` with nothing behind it, or with `~`. */
function fill(
  text: string,
  map: YamlMap,
  entry: YamlEntry,
  items: readonly Item[],
): TextEdit | undefined {
  const { start, end } = entry.valueRange;
  if (map.flow) {
    const flow = `[${items.map((item) => ` ${flowText(item)}`).join(',')} ]`;
    return { start: entry.keyRange.end, end: Math.max(end, entry.keyRange.end), text: `: ${flow}` };
  }
  if (end > start) return undefined;
  const indent = `${indentOf(text, entry)}  `;
  const at = endOfLine(text, entry.keyRange.end);
  return linesAt(text, at, items, (item) => blockItem(item, indent));
}

function newBelow(
  text: string,
  map: YamlMap,
  key: string,
  items: readonly Item[],
): TextEdit | undefined {
  const [first] = map.written;
  const last = map.written.at(-1);
  if (!first || !last) return undefined;
  const indent = indentOf(text, first);
  const at = lineBehind(text, Math.max(last.keyRange.end, endOf(last.value, last)));
  const head: readonly string[] = [`${indent}${key}:`];
  const lines = [...head, ...items.flatMap((item) => blockItem(item, `${indent}  `))];
  return { start: at, end: at, text: lines.map((line) => lineEnd(text, at) + line).join('') };
}

function newInBraces(map: YamlMap, key: string, items: readonly Item[]): TextEdit {
  const pair = `${key}: [${items.map((item) => ` ${flowText(item)}`).join(',')} ]`;
  const last = map.written.at(-1);
  if (!last) return { start: map.range.start + 1, end: map.range.start + 1, text: ` ${pair} ` };
  const at = Math.max(last.keyRange.end, last.valueRange.end);
  return { start: at, end: at, text: `, ${pair}` };
}

function intoBrackets(
  text: string,
  list: Extract<YamlNode, { kind: 'list' }>,
  items: readonly Item[],
): TextEdit {
  const texts = items.map(flowText).join(', ');
  const last = list.items.at(-1);
  if (last) return { start: last.range.end, end: last.range.end, text: `, ${texts}` };
  const at = list.range.start + 1;
  return { start: at, end: at, text: ` ${texts}${text[at] === ']' ? ' ' : ''}` };
}

function flowText(item: Item): string {
  return flowItem(item, '').join(' ').replace(/^- /, '').replace(/ {2,}/g, ' ');
}

function linesAt(
  text: string,
  at: number,
  items: readonly Item[],
  write: (item: Item) => readonly string[],
): TextEdit {
  const lines = items.flatMap(write).map((line) => lineEnd(text, at) + line);
  return { start: at, end: at, text: lines.join('') };
}

/** Offset of the line end behind a node. A block scalar ends with its line. */
function lineBehind(text: string, offset: number): number {
  return endOfLine(text, text.slice(0, offset).trimEnd().length);
}

/** Offset behind the last thing that a node has written; a block ends with its last entry. */
function endOf(node: YamlNode, entry?: YamlEntry): number {
  if (entry && isAlias(entry)) return entry.valueRange.end;
  if (node.kind === 'map' && !node.flow) {
    const last = node.written.at(-1);
    return last ? Math.max(last.keyRange.end, endOf(last.value, last)) : node.range.end;
  }
  if (node.kind === 'list' && !node.flow) {
    const last = node.items.at(-1);
    return last ? endOf(last.value) : node.range.end;
  }
  return node.range.end;
}

function leavesAfter(
  before: ReadonlyMap<KeyPath, Leaf>,
  path: KeyPath,
  items: readonly Item[],
): ReadonlyMap<KeyPath, Leaf> {
  const after = new Map(before);
  // an empty list, or a map without keys, stops being a leaf
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) after.delete(at);
  const used = [...before.keys()].filter((key) => key.startsWith(`${path}/`));
  const first = new Set(used.map((key) => key.slice(path.length + 1).split('/')[0])).size;
  for (const [index, item] of items.entries()) {
    const place = joinPath(path, first + index);
    for (const [key, value] of item) {
      const at = joinPath(place, key);
      if (typeof value === 'string') after.set(at, { text: value });
      else for (const [inner, text] of value) after.set(joinPath(at, inner), { text });
    }
  }
  return after;
}
