/** A column of a text table. Numbers align at the right. */
export interface TextColumn<T> {
  readonly title: string;
  readonly align?: 'right';
  readonly cell: (row: T) => string;
}

/** Returns the lines of a table, head first, without trailing spaces. */
export function alignTable<T>(
  columns: readonly TextColumn<T>[],
  rows: readonly T[],
): readonly string[] {
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...cells.map((row) => lengthOf(row[index] ?? ''))),
  );
  return cells.map((row) =>
    row
      .map((cell, index) => {
        const space = ' '.repeat((widths[index] ?? 0) - lengthOf(cell));
        return columns[index]?.align === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Counts characters, not code units. */
function lengthOf(text: string): number {
  return [...text].length;
}
