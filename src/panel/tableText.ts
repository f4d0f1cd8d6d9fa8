/** A table to take along: as CSV (RFC 4180) or as Markdown. */
import { escapeMarkdown, table as markdownTable } from '../catalogue/markdown';
import type { Table, TableCell, TableRow } from '../charts/table';

export function tableText(table: Table, format: 'csv' | 'markdown'): string {
  return format === 'csv' ? csvText(table) : markdownText(table);
}

function csvText({ columns, rows }: Table): string {
  const head = columns.map(({ title }) => csvCell({ text: title }));
  const lines = [head, ...rows.map(({ cells }) => cells.map(csvCell))];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/**
 * A name that a spreadsheet would compute (`=HYPERLINK(…)`) becomes a text by an apostrophe before it
 * (OWASP, "CSV Injection"); numbers, which have something to sort by, stay.
 */
function csvCell({ text, sort }: TableCell): string {
  const safe = sort === undefined && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function markdownText({ columns, rows }: Table): string {
  const written = columns.map(({ title, align }, index) => ({
    title: escapeMarkdown(title),
    ...(align === 'right' && { align }),
    cell: ({ cells }: TableRow) => escapeMarkdown(cells[index]?.text ?? ''),
  }));
  const text = markdownTable(written, rows);
  return text === undefined ? '' : `${text}\n`;
}
