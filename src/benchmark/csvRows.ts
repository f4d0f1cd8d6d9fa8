/**
 * Splits CSV into rows of cells (RFC 4180): quotes, doubled quotes, line ends in quotes. Any library with
 * `text => string[][]` can take its place.
 * @param separator A comma, a semicolon or a tab.
 */
export function parseRows(text: string, separator = ','): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const ends = new RegExp(
    `"((?:[^"]|"")*)"|([^"${separator}\\n][^${separator}\\n]*)|(${separator})|(\\n)`,
    'gy',
  );
  let isCellOpen = true;
  for (const [, quoted, plain, next, line] of text.matchAll(ends)) {
    if (line !== undefined) {
      if (isCellOpen && row.length > 0) row.push('');
      if (row.length > 0) rows.push(row);
      row = [];
      isCellOpen = true;
    } else if (next !== undefined) {
      if (isCellOpen) row.push('');
      isCellOpen = true;
    } else if (isCellOpen) {
      row.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'));
      isCellOpen = false;
    }
  }
  if (isCellOpen && row.length > 0) row.push('');
  if (row.length > 0) rows.push(row);
  return rows;
}
