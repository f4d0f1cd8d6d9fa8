/**
 * Writes JSON in pieces, because the text of a large plan is longer than a string may be. Together the pieces equal
 * `JSON.stringify(value, undefined, 2)`, for data without methods of its own.
 */

/**
 * Levels that are written in pieces. Deeper values (a scenario's figures, the places of a finding) are written at
 * once. None of those holds a lazy list.
 */
const LEVELS = 5;

/** Characters of a piece, so that not every bracket is a write of its own. */
const PIECE = 65_536;

/** @param value Lists in its upper levels may be lazy: their items are made when they are written. */
export function* streamJson(value: unknown): Iterable<string> {
  let piece = '';
  for (const part of partsOf(value, '\n', LEVELS)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n`;
}

/** @param line A line break with the indent of the value. */
function* partsOf(value: unknown, line: string, levels: number): Iterable<string> {
  if (typeof value !== 'object' || value === null || levels === 0) {
    yield textOf(value, line);
  } else if (isList(value)) {
    yield* partsOfList(value, line, levels - 1);
  } else {
    yield* partsOfObject(value, line, levels - 1);
  }
}

function* partsOfList(items: Iterable<unknown>, line: string, levels: number): Iterable<string> {
  let separator = '[';
  for (const item of items) {
    yield `${separator}${line}  `;
    yield* partsOf(item === undefined ? null : item, `${line}  `, levels);
    separator = ',';
  }
  yield separator === '[' ? '[]' : `${line}]`;
}

function* partsOfObject(value: object, line: string, levels: number): Iterable<string> {
  let separator = '{';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    yield `${separator}${line}  ${JSON.stringify(key)}: `;
    yield* partsOf(each, `${line}  `, levels);
    separator = ',';
  }
  yield separator === '{' ? '{}' : `${line}}`;
}

/** Writes a value at once, indented. JSON strings hold no line breaks, so each one belongs to the layout. */
function textOf(value: unknown, line: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', line);
}

function isList(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
