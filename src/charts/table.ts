/** A table as data. Cells are plain text of `messages`. `sort` is the value that a column is sorted by. */

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
  /** Scenario of the row, if it is about one. */
  readonly scenario?: string;
  /** Words beside the name of the row: `answer for strict`. */
  readonly badge?: string;
  /** Target whose answer the row is. It is no scenario yet, and can be added as one. */
  readonly add?: string;
}

export interface TableCell {
  readonly text: string;
  /** Number behind the text. Absent if the text itself is sorted. */
  readonly sort?: number;
  /** Unit of the number, if the head of the column does not say it: `s`, `USD/h`. */
  readonly unit?: string;
  /** Words for a number that is not exact: `below`, `at most about`. */
  readonly bound?: string;
}
