/** Inserts new keys into a map: among its own, with their indentation and line ends. */
import type { YamlEntry, YamlMap, YamlNode } from '../yamlTree';
import type { Changes } from './changes';
import { pairText } from './flowText';
import { insertBlocks } from './insertBlocks';
import { endOfLine, indentOf, lineEnd } from './lines';
import { writeScalar } from './scalarText';
import type { TextEdit } from './textEdit';

/** @param missing Keys to insert, each with its current effective value. */
export function insertEntries(
  text: string,
  map: YamlMap,
  missing: readonly (readonly [key: string, node: YamlNode | undefined])[],
  changes: Changes,
  inFlow: boolean,
): TextEdit | undefined {
  if (map.flow) {
    return insertInBraces(
      text,
      map,
      missing.map(([key, node]) => pairText(key, node, changes)),
    );
  }
  if (inFlow) {
    return undefined;
  }
  const lines = missing.map(([key, node]) => {
    const { text: value } = changes.inner.get(key) ?? {};
    // On a line of its own a value needs quotes less often than in braces.
    return value === undefined
      ? pairText(key, node, changes)
      : `${writeScalar(key, false)}: ${writeScalar(value, false)}`;
  });
  const hasLineOfItsOwn = map.written.some((entry) => isOnOneLine(text, entry));
  const keys = missing.map(([key]) => key);
  const blocks = hasLineOfItsOwn ? undefined : insertBlocks(text, map, keys, changes);
  return blocks ?? insertLines(text, map, lines);
}

/** Turns `{ a: 1 }` into `{ a: 1, b: 2 }`, and `{}` into `{ b: 2 }`. */
function insertInBraces(text: string, map: YamlMap, pairs: readonly string[]): TextEdit {
  const last = map.written.at(-1);
  if (last === undefined) {
    const at = map.range.start + 1;
    const isTight = text[at] === '}';
    return { start: at, end: at, text: ` ${pairs.join(', ')}${isTight ? ' ' : ''}` };
  }
  const at = Math.max(last.keyRange.end, last.valueRange.end);
  return { start: at, end: at, text: `, ${pairs.join(', ')}` };
}

/** Inserts below the last key with its value on the same line, or before the first key if there is none. */
function insertLines(text: string, map: YamlMap, lines: readonly string[]): TextEdit | undefined {
  const [first] = map.written;
  if (first === undefined) {
    return undefined;
  }
  const indent = indentOf(text, first);
  const sibling = [...map.written].reverse().find((entry) => isOnOneLine(text, entry));
  if (sibling === undefined) {
    const at = first.keyRange.start;
    const inserted = lines.map((line) => `${line}${lineEnd(text, at)}${indent}`).join('');
    return { start: at, end: at, text: inserted };
  }
  const at = endOfLine(text, sibling.valueRange.end);
  const inserted = lines.map((line) => `${lineEnd(text, at)}${indent}${line}`).join('');
  return { start: at, end: at, text: inserted };
}

function isOnOneLine(text: string, { keyRange, value, valueRange }: YamlEntry): boolean {
  const isHere = value.range.start === valueRange.start && value.range.end === valueRange.end;
  const isBlock = isHere && (value.kind === 'map' || value.kind === 'list') && !value.flow;
  // An empty value may precede lines that look like its own.
  return (
    !isBlock &&
    value.kind !== 'nothing' &&
    !/[\r\n]/.test(text.slice(keyRange.start, valueRange.end))
  );
}
