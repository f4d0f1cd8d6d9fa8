/** The order of a table's rows. Columns are known by their titles, since others may come and go. */
import type { Table, TableRow } from '../../src/charts/table';

export interface Sorting {
  readonly column: string;
  readonly order: 'ascending' | 'descending';
}

/** Rows without a number stay last either way. */
export function sortRows(table: Table, sorting: Sorting | undefined): readonly TableRow[] {
  const column = table.columns.findIndex(({ title }) => title === sorting?.column);
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
