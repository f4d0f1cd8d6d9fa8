/** Finds what can be folded: entries and items over several lines, comments, and regions. */
import { indexLines, type LineIndex } from '../plan/lineIndex';
import type { PlanDocument } from '../plan/document';
import type { Range } from '../plan/range';
import { readComments } from '../plan/yamlReader';
import type { YamlNode } from '../plan/yamlTree';

export interface Fold {
  /** Both count from 0. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'comment' | 'region' | undefined;
}

/** Returns undefined while the text is broken: the editor then folds by indentation. */
export function foldingRanges({ tree, text }: PlanDocument): readonly Fold[] | undefined {
  if (!tree) return undefined;
  const lines = indexLines(text);
  const folds = new Map<number, Fold>();
  // Of folds that begin on one line the outermost counts.
  const add = (startLine: number, endLine: number, kind: Fold['kind']): void => {
    const known = folds.get(startLine);
    if (endLine > startLine && (!known || known.endLine < endLine)) {
      folds.set(startLine, { startLine, endLine, kind });
    }
  };
  addEntries(tree, (range) => {
    const end = range.start + text.slice(range.start, range.end).trimEnd().length;
    add(lines.positionAt(range.start).line, lines.positionAt(end).line, undefined);
  });
  addComments(text, lines, add);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

/** Visits each entry and item once, where it is written. */
function addEntries(node: YamlNode, add: (range: Range) => void): void {
  if (node.kind === 'map') {
    for (const { keyRange, value, valueRange } of node.written) {
      add({ start: keyRange.start, end: Math.max(keyRange.end, valueRange.end) });
      if (isWrittenAt(value, valueRange)) addEntries(value, add);
    }
  } else if (node.kind === 'list') {
    for (const { value, range } of node.items) {
      add(range);
      if (isWrittenAt(value, range)) addEntries(value, add);
    }
  }
}

function isWrittenAt(node: YamlNode, range: Range): boolean {
  return node.range.start === range.start && node.range.end === range.end;
}

const REGION = /^\s*region\b/;
const END = /^\s*endregion\b/;

function addComments(
  text: string,
  lines: LineIndex,
  add: (start: number, end: number, kind: Fold['kind']) => void,
): void {
  const open: number[] = [];
  let first: number | undefined;
  let last = -2;
  const close = (): void => {
    if (first !== undefined) add(first, last, 'comment');
    first = undefined;
  };
  for (const { line, text: words, range } of readComments(text)) {
    if (REGION.test(words)) open.push(line);
    else if (END.test(words)) {
      const start = open.pop();
      if (start !== undefined) add(start, line, 'region');
    }
    const { column } = lines.positionAt(range.start);
    const isOwnLine = text.slice(range.start - column, range.start).trim() === '';
    const isMarker = REGION.test(words) || END.test(words);
    if (line !== last + 1 || !isOwnLine || isMarker) close();
    if (isOwnLine && !isMarker) {
      first ??= line;
      last = line;
    }
  }
  close();
}
