/** Sorts a table's rows. */
import type { Table, TableColumn, TableRow } from '../../src/charts/table';

export interface Sorting {
  /** A key of `columnKeys`. Columns come and go, and two may have the same title. */
  readonly column: string;
  readonly order: 'ascending' | 'descending';
}

/** Returns a key for each column: its title with a count of equal titles. A target may be called `Cost`. */
export function columnKeys(columns: readonly TableColumn[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map(({ title }) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return `${String(count)} ${title}`;
  });
}

/** Returns the next order: up, down, and back to the plan's own. */
export function nextSorting(sorting: Sorting | undefined, column: string): Sorting | undefined {
  if (sorting?.column !== column) return { column, order: 'ascending' };
  return sorting.order === 'ascending' ? { column, order: 'descending' } : undefined;
}

/** Sorts rows. Rows without a number stay last in either direction. */
export function sortRows(table: Table, sorting: Sorting | undefined): readonly TableRow[] {
  const column = sorting ? columnKeys(table.columns).indexOf(sorting.column) : -1;
  if (sorting === undefined || column < 0) return table.rows;
  const isNumeric = table.rows.some((row) => row.cells[column]?.sort !== undefined);
  const direction = sorting.order === 'ascending' ? 1 : -1;
  const [known, unknown] = [
    table.rows.filter((row) => !isNumeric || row.cells[column]?.sort !== undefined),
    table.rows.filter((row) => isNumeric && row.cells[column]?.sort === undefined),
  ];
  const sorted = [...known].sort((a, b) => direction * compare(a, b, column));
  return [...sorted, ...unknown];
}

function compare(a: TableRow, b: TableRow, column: number): number {
  const [left, right] = [a.cells[column], b.cells[column]];
  if (left?.sort !== undefined && right?.sort !== undefined) return left.sort - right.sort;
  return (left?.text ?? '').localeCompare(right?.text ?? '', 'en', { numeric: true });
}
