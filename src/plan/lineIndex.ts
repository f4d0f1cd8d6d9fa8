/** Converts between offsets and lines. Both count from 0. */

interface Position {
  readonly line: number;
  /** Column in UTF-16 code units, like offsets. */
  readonly column: number;
}

export interface LineIndex {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** Indexes the lines of a text. It reads the text once, and each question takes logarithmic time. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return {
    positionAt(offset) {
      const line = lastAtOrBefore(starts, offset);
      return { line, column: Math.max(0, offset - (starts[line] ?? 0)) };
    },
    offsetAt({ line, column }) {
      const start = starts[line] ?? text.length;
      const end = starts[line + 1] ?? text.length;
      return Math.min(start + column, end);
    },
  };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
