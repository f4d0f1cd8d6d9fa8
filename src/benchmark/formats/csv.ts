/** Reads a CSV with a header: a line a run, columns by the words that tools and people use for them. */
import { parseRows } from '../csvRows';
import { dayOfText } from '../dates';
import { lengthOf } from '../figures';
import { toNumber } from '../json';
import { loadOf } from '../load';
import { remark, type Remark } from '../remarks';
import type { Run, Runs, Times } from '../run';
import type { Source } from '../source';
import { columnOf, isTime, type Column, type Role } from './csvColumns';
import type { Format } from './format';
import { DURATION } from '../../plan/quantities/dimensions';

export const CSV: Format = {
  title: 'CSV',
  matches: (source) => {
    const table = readTable(source);
    return table !== undefined && isOfRuns(table.columns);
  },
  read: (source): Runs => {
    const table = readTable(source);
    return table ? readRuns(table) : { runs: [], remarks: [] };
  },
};

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

function readTable({ text, lines }: Source): Table | undefined {
  const [first = ''] = lines;
  if (/^\s*[[{<]/.test(first)) return undefined;
  const separator = [',', ';', '\t'].reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  );
  if (!first.includes(separator)) return undefined;
  const [head = [], ...rows] = parseRows(text, separator);
  const points = separator === ',' ? rows : rows.map((row) => row.map(withPoint));
  return { columns: head.map(columnOf), rows: points };
}

/** A table of runs has a time, or users and a throughput. */
function isOfRuns(columns: readonly Column[]): boolean {
  const has = (role: Role): boolean => columns.some((column) => column.role === role);
  return columns.some(isTime) || (has('users') && has('throughput'));
}

function readRuns({ columns, rows }: Table): Runs {
  const unknown = columns.filter(({ role, name }) => role === undefined && name !== '');
  const remarks: Remark[] = [
    ...columns
      .filter(isTime)
      .flatMap(({ name, isAssumedMean }) =>
        isAssumedMean ? [remark('assumed-mean', { column: name })] : [],
      ),
    ...columnsWithoutUnit(columns, rows).map((column) => remark('no-unit', { column })),
    ...(unknown.length > 0
      ? [remark('unknown-columns', { columns: unknown.map(({ name }) => name).slice(0, 8) })]
      : []),
  ];
  const runs: Run[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.length < columns.length) remarks.push(remark('cut-line', { line: index + 2 }));
    else runs.push(readRun(columns, row, index + 2));
  }
  return { runs, remarks };
}

function columnsWithoutUnit(columns: readonly Column[], rows: Table['rows']): readonly string[] {
  return columns.flatMap((column, at) => {
    const isBare = column.seconds === undefined && rows.some((row) => toNumber(row[at]));
    return isTime(column) && isBare ? [column.name] : [];
  });
}

function readRun(columns: readonly Column[], row: readonly string[], line: number): Run {
  const cell = (role: Role): string | undefined => {
    const at = columns.findIndex((column) => column.role === role);
    return row[at] === '' ? undefined : row[at];
  };
  const number = (role: Role): number | undefined => toNumber(cell(role));
  const latency = timesOfRow(columns, row, 'latency');
  const throughputPerSecond = number('throughput');
  const [completed, sent, errors] = [number('completed'), number('requests'), number('errors')];
  const requests = sent ?? (completed === undefined ? undefined : completed + (errors ?? 0));
  const found = loadOf({
    concurrency: number('users'),
    ratePerSecond: number('rate'),
    arrivals: 'unknown',
    requests,
    throughputPerSecond,
    latencySeconds: latency.mean ?? latency.p50,
  });
  return {
    tool: cell('tool') ?? 'CSV',
    date: dayOfText(cell('date')),
    model: cell('model'),
    load: found.load,
    parallel: number('parallel'),
    servers: number('servers'),
    requests,
    errors,
    throughputPerSecond,
    latency,
    ttft: timesOfRow(columns, row, 'ttft'),
    tpot: timesOfRow(columns, row, 'tpot'),
    promptTokens: lengthOf(number('promptTokens')),
    outputTokens: lengthOf(number('outputTokens')),
    remarks: [...found.remarks, ...unreadCells(columns, row, line)],
  };
}

/** Cells that mean that there is no value. */
const NO_VALUE = /^(|-|n\/?a|nan|none|null|inf(inity)?)$/i;
const TEXTS: ReadonlySet<Role | undefined> = new Set(['date', 'model', 'tool', undefined]);

function unreadCells(
  columns: readonly Column[],
  row: readonly string[],
  line: number,
): readonly Remark[] {
  return columns.flatMap(({ name, role }, at) => {
    const found = row[at] ?? '';
    const isRead = TEXTS.has(role) || NO_VALUE.test(found) || secondsOf(found, 1) !== undefined;
    return isRead ? [] : [remark('unread-cell', { line, column: name, found: found.slice(0, 20) })];
  });
}

function timesOfRow(
  columns: readonly Column[],
  row: readonly string[],
  time: Column['time'],
): Times {
  const found = columns.flatMap((column, at) => {
    if (column.time !== time || column.statistic === undefined) return [];
    const seconds = secondsOf(row[at] ?? '', column.seconds);
    return seconds === undefined ? [] : [[column.statistic, seconds] as const];
  });
  return Object.fromEntries(found);
}

/** Reads `1.5` by the unit of its column, and `250ms` by its own. */
function secondsOf(text: string, unit: number | undefined): number | undefined {
  const bare = toNumber(text);
  if (bare !== undefined) return unit === undefined ? undefined : bare * unit;
  const [, digits, name = ''] = /^([\d.]+)\s*([a-zµ]+)$/i.exec(text) ?? [];
  const value = toNumber(digits);
  const factor = DURATION.factorOf(name, 1);
  return value === undefined || factor === undefined ? undefined : value * factor;
}

/** Writes `1,5` as `1.5`: a decimal comma, since another character is between the cells. */
function withPoint(cell: string): string {
  return /^\d+,\d+(?:\s*[a-zµ]+)?$/i.test(cell) ? cell.replace(',', '.') : cell;
}
