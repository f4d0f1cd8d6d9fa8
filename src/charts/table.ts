/** A table as data. Cells are plain text of `messages`; `sort` is what a column is sorted by. */

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The scenario that the row is about, where it is about one. */
  readonly scenario?: string;
}

export interface TableCell {
  readonly text: string;
  /** The number behind the text; absent where the text itself is sorted. */
  readonly sort?: number;
  /** What the number is of, where the head of the column does not say it: `s`, `USD/h`. */
  readonly unit?: string;
  /** What the text says of the number where it is not exact: `below`, `at most about`. */
  readonly bound?: string;
}
