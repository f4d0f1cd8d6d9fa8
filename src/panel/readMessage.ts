/** Checks messages from the panel. A webview is another program, and may send anything. */
import { CHART_IDS } from '../charts/chart';
import type { Range } from '../plan/range';
import type { AxisScales, FromPanel, PanelState, TableFormat, TableId } from '../protocol';
import { EXPLAINABLE_COLUMNS } from './picture';
import type { WhatIfChange } from './whatIf/field';

const MAX_TEXT = 2_000;
const MAX_OFFSET = 10_000_000;
const MAX_CHANGES = 1_000;
/** Longest base64 text, in characters: 24 MB of picture. */
const MAX_PICTURE = 32_000_000;

const FORMATS: readonly TableFormat[] = ['csv', 'markdown'];
const SCALES = ['linear', 'log'] as const;
const TABLES: readonly TableId[] = ['scenarios', ...CHART_IDS];

/** Returns the message with its known fields and no others, or undefined for an invalid one. */
export function readFromPanel(message: unknown): FromPanel | undefined {
  const fields = fieldsOf(message);
  const type = fields?.type;
  if (!fields || typeof type !== 'string' || !Object.hasOwn(READERS, type)) return undefined;
  return READERS[type as FromPanel['type']](fields);
}

/** Reads what a panel kept before the window was reloaded. */
export function readPanelState(value: unknown): PanelState | undefined {
  const { uri, scenario } = fieldsOf(value) ?? {};
  if (!isName(uri)) return undefined;
  return isName(scenario) ? { uri, scenario } : { uri };
}

type Fields = Readonly<Record<string, unknown>>;
type Readers = {
  readonly [T in FromPanel['type']]: (
    fields: Fields,
  ) => Extract<FromPanel, { type: T }> | undefined;
};

const READERS: Readers = {
  ready: () => ({ type: 'ready' }),
  generateReport: () => ({ type: 'generateReport' }),
  saveHtml: () => ({ type: 'saveHtml' }),
  addScenario: ({ target }) => (isName(target) ? { type: 'addScenario', target } : undefined),
  cancel: () => ({ type: 'cancel' }),
  update: () => ({ type: 'update' }),
  painted: ({ version }) => (isCount(version) ? { type: 'painted', version } : undefined),
  select: ({ scenario }) => (isName(scenario) ? { type: 'select', scenario } : undefined),
  reveal: (fields) => {
    const range = readRange(fields.range);
    return range && { type: 'reveal', range };
  },
  explain: (fields) => {
    const { request, scenario } = fields;
    const column = oneOf(EXPLAINABLE_COLUMNS, fields.column);
    if (!isCount(request) || !isName(scenario) || column === undefined) return undefined;
    return { type: 'explain', request, scenario, column };
  },
  tryChanges: (fields) => {
    const changes = readChanges(fields);
    return changes && { type: 'tryChanges', ...changes };
  },
  applyChanges: (fields) => {
    const changes = readChanges(fields);
    return changes && { type: 'applyChanges', ...changes };
  },
  savePng: (fields) => {
    const chart = oneOf(CHART_IDS, fields.chart);
    const { data } = fields;
    return chart !== undefined && isPng(data) ? { type: 'savePng', chart, data } : undefined;
  },
  saveSvg: (fields) => {
    const chart = oneOf(CHART_IDS, fields.chart);
    const scales = readScales(fields.scales);
    const changes = readChangeList(fields.changes);
    return chart && scales && changes && { type: 'saveSvg', chart, scales, changes };
  },
  copyTable: (fields) => {
    const table = readTable(fields);
    return table && { type: 'copyTable', ...table };
  },
  saveTable: (fields) => {
    const table = readTable(fields);
    return table && { type: 'saveTable', ...table };
  },
};

function readRange(value: unknown): Range | undefined {
  const { start, end } = fieldsOf(value) ?? {};
  if (!isCount(start) || !isCount(end)) return undefined;
  return start <= end && end <= MAX_OFFSET ? { start, end } : undefined;
}

function readTable(fields: Fields): { table: TableId; format: TableFormat } | undefined {
  const table = oneOf(TABLES, fields.table);
  const format = oneOf(FORMATS, fields.format);
  return table && format && { table, format };
}

function readChanges(
  fields: Fields,
): { request: number; changes: readonly WhatIfChange[] } | undefined {
  const changes = readChangeList(fields.changes);
  const { request } = fields;
  return isCount(request) && changes ? { request, changes } : undefined;
}

/** Returns undefined if one change is bad. Half of the changes would answer another question. */
function readChangeList(changes: unknown): readonly WhatIfChange[] | undefined {
  if (!Array.isArray(changes) || changes.length > MAX_CHANGES) return undefined;
  const read = changes.map(readChange).filter((change) => change !== undefined);
  return read.length === changes.length ? read : undefined;
}

function readScales(value: unknown): AxisScales | undefined {
  const fields = fieldsOf(value) ?? {};
  const [x, y] = [oneOf(SCALES, fields.x), oneOf(SCALES, fields.y)];
  return x && y && { x, y };
}

function readChange(value: unknown): WhatIfChange | undefined {
  const { path, value: number } = fieldsOf(value) ?? {};
  if (!isName(path) || typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  return { path, value: number };
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_TEXT;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** First eight bytes of every PNG in base64, up to the start of the ninth. */
const PNG_HEAD = 'iVBORw0KGg';

function isPng(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MAX_PICTURE &&
    value.length % 4 === 0 &&
    value.startsWith(PNG_HEAD) &&
    /^[A-Za-z0-9+/]+={0,2}$/.test(value)
  );
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((known) => known === value);
}
