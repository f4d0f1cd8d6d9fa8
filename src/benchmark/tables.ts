/** Reads Markdown tables, as llama.cpp's tools print them. */

export interface TableRow {
  /** Line in the text, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  /** True if it has fewer cells than the head: the text was cut. */
  readonly isCut: boolean;
}

/**
 * Returns the rows of every table that has these columns.
 * @param columns Names in the head of the table.
 */
export function tableRows(
  lines: readonly string[],
  columns: readonly string[],
): readonly TableRow[] {
  const rows: TableRow[] = [];
  let head: readonly string[] | undefined;
  for (const [index, line] of lines.entries()) {
    const cells = cellsOf(line);
    if (cells === undefined) head = undefined;
    else if (columns.every((column) => cells.includes(column))) head = cells;
    else if (head && !cells.every((cell) => /^:?-+:?$/.test(cell) || cell === '')) {
      const pairs = head.flatMap((name, at) => {
        const cell = cells[at];
        return cell === undefined ? [] : [[name, cell] as const];
      });
      const isCut = cells.length < head.length || !/\|\s*$/.test(line);
      rows.push({ line: index + 1, cells: new Map(pairs), isCut });
    }
  }
  return rows;
}

function cellsOf(line: string): readonly string[] | undefined {
  const trimmed = line.trim().replace(/^[#>]\s*/, '');
  if (!trimmed.startsWith('|')) return undefined;
  const cells = trimmed.slice(1).split('|');
  if (trimmed.endsWith('|')) cells.pop();
  return cells.map((cell) => cell.trim());
}
