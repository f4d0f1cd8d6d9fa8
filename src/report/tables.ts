/** Splits tables that are wider than a page or a preview. */
import { blocks, table, type Column } from '../messages/markdown';

const MOST_COLUMNS = 7;

/**
 * Writes rows in as few tables as possible, of at most seven columns and about the same width. Each has the first
 * column. Returns undefined if there are no rows.
 */
export function tables<T>(columns: readonly Column<T>[], rows: readonly T[]): string | undefined {
  const [name, ...others] = columns;
  if (!name || columns.length <= MOST_COLUMNS) return table(columns, rows);
  const parts = Math.ceil(others.length / (MOST_COLUMNS - 1));
  const each = Math.ceil(others.length / parts);
  const written = Array.from({ length: parts }, (_, part) =>
    table([name, ...others.slice(part * each, (part + 1) * each)], rows),
  );
  return blocks(...written) || undefined;
}
