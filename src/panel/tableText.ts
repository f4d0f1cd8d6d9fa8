/** Exports a table as CSV (RFC 4180) with plain numbers, or as Markdown with money in full. */
import { t } from '@vscode/l10n';
import { escapeMarkdown, table as markdownTable } from '../messages/markdown';
import { currencySign, formatMoneyExactly } from '../messages/numbers';
import { NOTHING } from '../charts/scenarioColumns';
import type { Table, TableCell, TableRow } from '../charts/table';

export function tableText(table: Table, format: 'csv' | 'markdown'): string {
  return format === 'csv' ? csvText(table) : markdownText(table);
}

function csvText({ columns, rows }: Table): string {
  const written = columns.flatMap(({ title }, index) =>
    csvColumns(
      title,
      rows.map(({ cells }) => cells[index] ?? { text: '' }),
    ),
  );
  const lines = [
    written.map(({ head }) => csvCell(head)),
    ...rows.map((_, row) => written.map(({ cells }) => cells[row] ?? '')),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

interface CsvColumn {
  readonly head: string;
  readonly cells: readonly string[];
}

/**
 * Writes plain numbers, with the unit in the head. A bound, or a unit that differs between rows, gets its own column.
 * Otherwise a number could look better known than it is.
 */
function csvColumns(title: string, cells: readonly TableCell[]): readonly CsvColumn[] {
  if (cells.every(({ sort }) => sort === undefined)) {
    return [{ head: title, cells: cells.map(({ text }) => csvCell(text)) }];
  }
  const units = new Set(cells.flatMap(({ sort, unit }) => (sort === undefined ? [] : [unit])));
  const [unit] = units;
  const isOne = units.size === 1;
  const beside = (head: string, of: (cell: TableCell) => string | undefined): CsvColumn => ({
    head,
    cells: cells.map((cell) => csvCell(of(cell) ?? '')),
  });
  return [
    { head: isOne && unit !== undefined ? `${title} (${unit})` : title, cells: cells.map(number) },
    ...(isOne ? [] : [beside(t`${title}, unit`, (cell) => cell.unit)]),
    ...(cells.some(({ bound }) => bound) ? [beside(t`${title}, bound`, (cell) => cell.bound)] : []),
  ];
}

/** Returns an empty text for an unknown number. A dash would be text among numbers. */
function number({ sort, text }: TableCell): string {
  if (sort !== undefined) return String(Number(sort.toPrecision(12)));
  return text === NOTHING ? '' : csvCell(text);
}

/**
 * Quotes a cell. A name that a spreadsheet would compute (`=HYPERLINK(…)`) gets an apostrophe first (OWASP, "CSV
 * Injection").
 */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Returns the text of a cell, with money in full: `$136,875/month`, not `$137k/month`. */
function exactText(cell: TableCell | undefined): string {
  const [, currency, per] = /^([A-Z]{3})(\W.*)$/.exec(cell?.unit ?? '') ?? [];
  if (cell?.sort === undefined || currency === undefined) return cell?.text ?? '';
  if (!cell.text.includes(currencySign(currency).trim())) return cell.text;
  const bound = cell.bound === undefined ? '' : `${cell.bound} `;
  // the head of a column may have the period already
  const period = cell.text.endsWith(per ?? '') ? (per ?? '') : '';
  return bound + formatMoneyExactly(cell.sort, currency) + period;
}

function markdownText({ columns, rows }: Table): string {
  const written = columns.map(({ title, align }, index) => ({
    title: escapeMarkdown(title),
    ...(align === 'right' && { align }),
    cell: ({ cells }: TableRow) => escapeMarkdown(exactText(cells[index])),
  }));
  const text = markdownTable(written, rows);
  return text === undefined ? '' : `${text}\n`;
}
