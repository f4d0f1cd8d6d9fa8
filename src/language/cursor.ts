/**
 * Finds the cursor's place in a plan by indentation and braces alone. A YAML parser needs a whole document, which a
 * half-typed line is not.
 */
import type { KeyPath } from '../engine/plan/plan';
import { joinPath } from '../plan/keyPath';
import { isAligned } from './isAligned';

export interface Cursor {
  /** Path of the map around a key, or of the key before a value. */
  readonly path: KeyPath;
  readonly at: 'key' | 'value';
  /** Offset at which the word being typed begins. */
  readonly start: number;
  /** Keys that the map already has. */
  readonly siblings: ReadonlySet<string>;
  /** True between braces. */
  readonly isFlow: boolean;
  /** Column of the line's key, or of what is typed where there is none yet. */
  readonly column: number;
  /** Set where a list's item begins: behind its dash, or directly between brackets. */
  readonly itemAfter: 'dash' | 'bracket' | undefined;
  /** True directly behind a colon or dash, which a space has to follow. */
  readonly needsSpace: boolean;
}

/** Returns undefined within comments, in text that continues over lines, and where no key can begin. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  if (/(^|\s)#/.test(line)) return undefined;
  const lines = text.slice(0, lineStart).split(/\r?\n/).slice(0, -1);
  const first = firstLineOfFlow(lines, line);
  const flow = [...lines.slice(first), line].join('\n');
  const after = text.slice(offset).split(/\r?\n/);
  const rest = after[0] ?? '';
  const block = readLine(lines[first] ?? line);
  const parents = parentsOf(lines.slice(0, first), block);
  const open = openBraces(flow);
  if (open) return inFlow(parents, block, open, rest, offset);
  if (first < lines.length) return undefined;
  const cursor = inBlock({ parents, block, line, lines, after: after.slice(1), offset });
  if (cursor?.at !== 'key') return cursor;
  const isItem = block.dash !== undefined;
  return isAligned(lines, line.search(/\S|$/), after.slice(1), isItem) ? cursor : undefined;
}

interface BlockLine {
  /** Columns before the key. A dash counts as one. */
  readonly indent: number;
  /** Column of the dash, or undefined if the line begins no list item. */
  readonly dash: number | undefined;
  /** Key before the colon, or undefined if the line has none yet. */
  readonly key: string | undefined;
  readonly content: string;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s{}[\],#:"'][^{}[\],#:]*?))\s*:(?=\s|$)/;

function readLine(line: string): BlockLine {
  const [, blanks = '', dash = '', content = ''] = /^(\s*)(-\s+|-$)?(.*)$/s.exec(line) ?? [];
  const [whole, double, single, plain] = KEY.exec(content) ?? [];
  return {
    indent: blanks.length + dash.length,
    dash: dash === '' ? undefined : blanks.length,
    key: whole === undefined ? undefined : (double ?? single ?? plain),
    content,
  };
}

function isBlank(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}

/** Returns the path of the map by its indentation, from the last line upwards. */
function parentsOf(lines: readonly string[], { indent, dash }: BlockLine): KeyPath {
  const steps: (string | number)[] = [];
  let column = dash ?? indent;
  // The dash of a list item that began above is found on the way.
  let inItem = dash !== undefined;
  let item = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const text = lines[i] ?? '';
    if (isBlank(text)) continue;
    const line = readLine(text);
    const start = line.dash ?? line.indent;
    if (inItem && line.dash === column) item++;
    else if (line.key !== undefined && inItem && line.dash === undefined && line.indent <= column) {
      steps.unshift(line.key, item);
      [column, inItem, item] = [line.indent, false, 0];
    } else if (!inItem && line.dash !== undefined && line.indent === column) {
      // the first key of the item that this line belongs to
      [column, inItem, item] = [line.dash, true, 0];
    } else if (line.key !== undefined && !inItem && line.indent < column) {
      steps.unshift(line.key);
      [column, inItem, item] = line.dash === undefined ? [line.indent, false, 0] : [start, true, 0];
    }
  }
  if (inItem) return '/?';
  return steps.reduce<KeyPath>(joinPath, '');
}

interface InBlock {
  readonly parents: KeyPath;
  readonly block: BlockLine;
  readonly line: string;
  readonly lines: readonly string[];
  readonly after: readonly string[];
  readonly offset: number;
}

function inBlock({ parents, block, line, lines, after, offset }: InBlock): Cursor | undefined {
  if (block.key !== undefined) {
    const value = block.content.slice(block.content.indexOf(':') + 1).trimStart();
    const path = joinPath(parents, block.key);
    const start = offset - value.length;
    const needsSpace = value === '' && line.endsWith(':');
    const none = { siblings: NO_KEYS, isFlow: false, itemAfter: undefined };
    return { path, at: 'value', start, column: block.indent, needsSpace, ...none };
  }
  const siblings = new Set([
    ...siblingsIn([...lines].reverse(), block),
    ...siblingsIn(after, { ...block, dash: undefined }),
  ]);
  const start = offset - line.slice(block.indent).length;
  const needsSpace = block.dash !== undefined && block.indent === block.dash + 1;
  const column = block.indent + Number(needsSpace);
  const itemAfter = block.dash === undefined ? undefined : 'dash';
  return {
    path: parents,
    at: 'key',
    start,
    siblings,
    isFlow: false,
    column,
    itemAfter,
    needsSpace,
  };
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Returns keys at the same column, until the map ends. */
function siblingsIn(lines: readonly string[], { indent, dash }: BlockLine): readonly string[] {
  const keys: string[] = [];
  if (dash !== undefined) return keys;
  for (const text of lines) {
    if (isBlank(text)) continue;
    const line = readLine(text);
    if ((line.dash ?? line.indent) < indent && line.indent !== indent) break;
    if (line.indent !== indent) continue;
    if (line.key !== undefined) keys.push(line.key);
    if (line.dash !== undefined) break;
  }
  return keys;
}

interface Brace {
  readonly kind: '{' | '[';
  /** Keys between the braces so far. */
  readonly keys: string[];
  item: number;
  /** Key that a value is being written for. */
  key: string | undefined;
  /** Text being written. */
  word: string;
}

/** Returns the braces that are open at the end of a text, or undefined if there are none. */
function openBraces(text: string): readonly Brace[] | undefined {
  const open: Brace[] = [];
  let quote = '';
  for (const sign of text) {
    const brace = open.at(-1);
    if (quote !== '') {
      if (brace) brace.word += sign;
      if (sign === quote) quote = '';
    } else if (sign === '{' || sign === '[') {
      open.push({ kind: sign, keys: [], item: 0, key: undefined, word: '' });
    } else if (!brace) continue;
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',') {
      [brace.key, brace.word, brace.item] = [undefined, '', brace.item + 1];
    } else if (/\s/.test(sign) && brace.key === undefined && brace.word.endsWith(':')) {
      brace.key = brace.word.slice(0, -1).replace(/^(["'])(.*)\1$/, '$2');
      brace.keys.push(brace.key);
      brace.word = '';
    } else if (!(brace.word === '' && /\s/.test(sign))) {
      if (brace.word === '' && (sign === '"' || sign === "'")) quote = sign;
      brace.word += sign;
    }
  }
  return open.length === 0 ? undefined : open;
}

/** Returns the line at which the open braces began, or the current one if none are open. */
function firstLineOfFlow(lines: readonly string[], line: string): number {
  for (
    let i = lines.length - 1, text = line;
    i >= Math.max(0, lines.length - MOST_FLOW_LINES);
    i--
  ) {
    const before = lines[i] ?? '';
    if (KEY_AND_BRACE.test(before) && openBraces(`${before}\n${text}`)) return i;
    if (readLine(before).indent === 0 && !isBlank(before)) break;
    text = `${before}\n${text}`;
  }
  return lines.length;
}

const MOST_FLOW_LINES = 50;
const KEY_AND_BRACE = /(:|-)\s+[{[][^}\]]*$/;

function inFlow(
  parents: KeyPath,
  block: BlockLine,
  open: readonly Brace[],
  rest: string,
  offset: number,
): Cursor {
  let path = block.key === undefined ? parents : joinPath(parents, block.key);
  open.forEach((brace, depth) => {
    const isLast = depth === open.length - 1;
    if (brace.kind === '[') path = joinPath(path, brace.item);
    else if (!isLast && brace.key !== undefined) path = joinPath(path, brace.key);
  });
  const last = open.at(-1);
  const word = last?.word ?? '';
  const start = offset - word.length;
  if (last?.key !== undefined) {
    const at = { path: joinPath(path, last.key), at: 'value', start } as const;
    return { ...at, ...FLOW, siblings: NO_KEYS };
  }
  const later = [
    ...rest
      .split('}', 1)
      .join('')
      .matchAll(/([\w.-]+):\s/g),
  ].map(([, key = '']) => key);
  return {
    path,
    at: 'key',
    start,
    siblings: new Set([...(last?.keys ?? []), ...later]),
    ...FLOW,
    itemAfter: last?.kind === '[' ? 'bracket' : undefined,
  };
}

const FLOW = { isFlow: true, column: 0, itemAfter: undefined, needsSpace: false } as const;
