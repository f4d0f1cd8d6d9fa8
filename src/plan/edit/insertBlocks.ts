/** Inserts new maps below maps that have a line for each key, in the style of the last one. */
import type { YamlEntry, YamlMap } from '../yamlTree';
import type { Changes } from './changes';
import { endOfLine, indentOf, lineEnd } from './lines';
import { writeScalar } from './scalarText';
import type { TextEdit } from './textEdit';

/** Returns undefined if the last value is no such map, or if a new value is no map of scalars. */
export function insertBlocks(
  text: string,
  map: YamlMap,
  keys: readonly string[],
  changes: Changes,
): TextEdit | undefined {
  const last = map.written.at(-1);
  const inner = last && firstOfBlock(last);
  if (!last || !inner) return undefined;
  const maps = keys.map((key) => ({ key, pairs: scalarsOf(changes.inner.get(key)) }));
  if (maps.some(({ pairs }) => pairs.length === 0)) return undefined;
  const [indent, deeper] = [indentOf(text, last), indentOf(text, inner)];
  const at = endOfBlock(text, last, indent.length);
  const newline = lineEnd(text, at);
  const lines = maps.flatMap(({ key, pairs }) => [
    ...(isSetApart(text, map) ? [''] : []),
    `${indent}${writeScalar(key, false)}:`,
    ...pairs.map(
      ([name, value]) => `${deeper}${writeScalar(name, false)}: ${writeScalar(value, false)}`,
    ),
  ]);
  return { start: at, end: at, text: lines.map((line) => newline + line).join('') };
}

function firstOfBlock({ value, valueRange }: YamlEntry): YamlEntry | undefined {
  const isHere = value.range.start === valueRange.start;
  return isHere && value.kind === 'map' && !value.flow ? value.written[0] : undefined;
}

function scalarsOf(changes: Changes | undefined): readonly (readonly [string, string])[] {
  const pairs = [...(changes?.inner ?? [])].map(([key, { text }]) => [key, text] as const);
  const scalars = pairs.flatMap(([key, text]) =>
    text === undefined ? [] : [[key, text] as const],
  );
  return scalars.length === pairs.length ? scalars : [];
}

/** Returns the offset behind an entry and the comments that belong to it: those that are indented like its keys. */
function endOfBlock(text: string, { valueRange }: YamlEntry, indent: number): number {
  const { start, end } = valueRange;
  let at = endOfLine(text, start + text.slice(start, end).trimEnd().length);
  const comment = new RegExp(`^\\r?\\n {${indent + 1},}#[^\\r\\n]*`);
  for (;;) {
    const [line] = comment.exec(text.slice(at)) ?? [];
    if (line === undefined) return at;
    at += line.length;
  }
}

/** Tells if an empty line stands before the last entry. */
function isSetApart(text: string, { written }: YamlMap): boolean {
  const last = written.at(-1);
  const before = last && written.length > 1 ? text.slice(0, last.keyRange.start) : '';
  return /\n[ \t]*\r?\n[ \t]*$/.test(before);
}
