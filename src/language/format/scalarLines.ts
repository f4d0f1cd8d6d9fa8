/** Indents the further lines of texts that have several, so that they are read as before. */
import type { TextEdit } from '../../plan/edit/textEdit';

interface Line {
  /** Offset in the plan. */
  readonly start: number;
  readonly blanks: string;
  /** False for an empty line, and for one of blanks. */
  readonly hasText: boolean;
}

/** Returns the lines after the first one. */
function furtherLines(source: string, offset: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) {
    const newline = source.indexOf('\n', at + 1);
    const text = source.slice(at + 1, newline < 0 ? source.length : newline).replace(/\r$/, '');
    const [blanks = ''] = /^[ \t]*/.exec(text) ?? [];
    lines.push({ start: offset + at + 1, blanks, hasText: text.length > blanks.length });
  }
  return lines;
}

/** Indents a plain or quoted text. Line ends and blanks in it are folded when it is read. */
export function indentFoldedLines(
  source: string,
  offset: number,
  column: number,
): readonly TextEdit[] {
  return furtherLines(source, offset).flatMap(({ start, blanks, hasText }) =>
    toEdit(start, blanks, ' '.repeat(hasText ? column : 0)),
  );
}

/**
 * Moves the lines of a block scalar together.
 * @param to Column of its first line, and the columns that the block around it moves.
 */
export function indentBlockScalar(
  source: string,
  offset: number,
  to: { readonly column: number; readonly moved: number },
): readonly TextEdit[] {
  const lines = furtherLines(source, offset);
  const first = lines.find(({ hasText }) => hasText);
  if (!first) return [];
  const [header = ''] = source.split('\n', 1);
  // A digit says how much further in than the block around it the lines are.
  const isCounted = /^[|>][-+]?[1-9]/.test(header);
  const moved = isCounted ? to.moved : to.column - first.blanks.length;
  const least = isCounted ? 0 : first.blanks.length;
  return lines.flatMap(({ start, blanks, hasText }) => {
    if (!hasText && blanks.length <= least) return toEdit(start, blanks, '');
    return toEdit(start, blanks, shifted(blanks, moved));
  });
}

function shifted(blanks: string, columns: number): string {
  return columns < 0 ? blanks.slice(-columns) : ' '.repeat(columns) + blanks;
}

function toEdit(start: number, blanks: string, text: string): readonly TextEdit[] {
  return blanks === text ? [] : [{ start, end: start + blanks.length, text }];
}
