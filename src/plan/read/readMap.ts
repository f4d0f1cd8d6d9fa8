/** Reads one map by its fields: values of known keys, problems for all others. */
import { t } from '@vscode/l10n';
import { PERCENTILES, TOKEN_TIMES, type KeyPath } from '../../engine/plan/plan';
import type { Field, Fields, ScalarShape } from '../fields/shape';
import { isIssue } from '../quantities/outcome';
import type { Range } from '../range';
import { findEntry, type YamlEntry } from '../yamlTree';
import { findCutValues } from './flowComma';
import { reportUnspacedMap, reportUnspacedKey } from './missingSpace';
import { reportPercentileKeys, reportPercentileValue } from './percentileSpelling';
import type { ProblemLog } from './problemLog';
import { reportMissing, reportWrongType, type Slip, type ReadContext } from './readContext';
import { reportUnknownKey } from './unknownKey';

/** A scalar's value, and its place. */
export interface Located<T> {
  readonly value: T;
  readonly path: KeyPath;
  readonly range: Range;
}

type ValueOf<F> =
  F extends Field<infer S> ? (S extends ScalarShape<infer T> ? Located<T> : ReadContext) : never;

export interface MapReading<F extends Fields> {
  /** Values by key. Undefined if not written, or if not usable, which a problem says. */
  readonly values: { readonly [K in keyof F]?: ValueOf<F[K]> };
  /** Tells if the key is written, with any value. */
  readonly has: (key: keyof F & string) => boolean;
  /** Tells if it is written and not usable, which a problem says. */
  readonly isUnusable: (key: keyof F & string) => boolean;
  /** Tells if the map is there, and lacks the key. */
  readonly lacks: (key: keyof F & string) => boolean;
  readonly slips: readonly Slip[];
}

/** Reads a map. An empty place reads as an empty map: the name has just been typed. */
export function readMap<F extends Fields>(
  context: ReadContext,
  fields: F,
  log: ProblemLog,
): MapReading<F> {
  const reading = readKnownKeys(context, fields, log);
  const keys = missingKeys(fields, reading);
  if (keys.length > 0) {
    reportMissing(log, context, { keys, need: 'all' }, reading.slips);
  }
  return reading;
}

/** Reads like `readMap`, without reporting missing keys. */
export function readKnownKeys<F extends Fields>(
  context: ReadContext,
  fields: F,
  log: ProblemLog,
): MapReading<F> {
  const { node } = context;
  if (node.kind !== 'map') {
    return readNoMap(context, fields, log);
  }
  const values: Record<string, Located<unknown> | ReadContext> = {};
  const slips: Slip[] = [];
  const unspaced = new Set<string>();
  const percentiles = reportPercentileKeys(context, node, fields, log);
  percentiles.keys.forEach((key) => unspaced.add(key));
  const cut = node.flow ? findCutValues(context, node, fields, log) : undefined;
  for (const entry of node.entries) {
    const { key } = entry;
    if (key.startsWith('x-') || cut?.has(entry) || percentiles.entries.has(entry)) {
      continue;
    }
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      const meant = entry.bare ? reportUnspacedKey(context, entry, fields, log) : undefined;
      if (meant === undefined) {
        slips.push(reportUnknownKey(context, entry, node, fields, log));
      } else {
        unspaced.add(meant);
      }
      continue;
    }
    // No key of the format needs escaping in a path.
    const value = readEntry(entry, field, `${context.path}/${key}`, log);
    if (value !== undefined) {
      values[key] = value;
    }
  }
  const has = (key: string) => findEntry(node, key) !== undefined || unspaced.has(key);
  return {
    // Each value was read by the field of its own key.
    values: values as MapReading<F>['values'],
    has,
    isUnusable: (key) => has(key) && values[key] === undefined,
    lacks: (key) => !has(key),
    slips,
  };
}

function readNoMap<F extends Fields>(
  context: ReadContext,
  fields: F,
  log: ProblemLog,
): MapReading<F> {
  const { node } = context;
  const isEmpty = node.kind === 'nothing' && !node.broken;
  if (node.kind === 'nothing') {
    if (node.broken) {
      log.addUnread(context.path);
    }
  } else if (!reportUnspacedMap(context, fields, log)) {
    reportWrongType(log, context, t`a map of keys and values`);
  }
  // A node of another kind already has its problem.
  return { values: {}, has: () => false, isUnusable: () => false, lacks: () => isEmpty, slips: [] };
}

/** Returns the required keys that are not there. */
export function missingKeys<F extends Fields>(
  fields: F,
  { lacks }: Pick<MapReading<F>, 'lacks'>,
): string[] {
  return requiredKeys(fields).filter(lacks);
}

const required = new WeakMap<Fields, readonly string[]>();

function requiredKeys(fields: Fields): readonly string[] {
  let keys = required.get(fields);
  if (keys === undefined) {
    keys = Object.keys(fields).filter((key) => fields[key]?.required);
    required.set(fields, keys);
  }
  return keys;
}

function readEntry(
  entry: YamlEntry,
  { shape }: Field,
  path: KeyPath,
  log: ProblemLog,
): Located<unknown> | ReadContext | undefined {
  const { key, keyRange, value: node, valueRange: range } = entry;
  if (shape.kind !== 'scalar') {
    return { node, path, range, keyRange, where: { noun: t`the ${key}` } };
  }
  return readScalar({ node, path, range, keyRange }, shape, key, log);
}

type ScalarContext = Pick<ReadContext, 'node' | 'path' | 'range'> &
  Partial<Pick<ReadContext, 'keyRange'>>;

const TIME_KEYS: ReadonlySet<string> = new Set(['latency', ...PERCENTILES, ...TOKEN_TIMES]);

/** Reads one scalar. Returns undefined if it has a problem. */
export function readScalar<T>(
  { node, path, range, keyRange = range }: ScalarContext,
  shape: ScalarShape<T>,
  key: string,
  log: ProblemLog,
): Located<T> | undefined {
  if (node.kind !== 'scalar') {
    reportWrongType(log, { node, range, path }, t(shape.expected), key);
    return undefined;
  }
  const outcome = shape.parse(node.text, key);
  if (isIssue(outcome)) {
    const value = { key, text: node.text, path, entry: { keyRange, valueRange: range } };
    if (TIME_KEYS.has(key) && reportPercentileValue(value, shape, log)) return undefined;
    log.addUnread(path);
    log.add({ ...outcome.issue, range, path });
    return undefined;
  }
  return { value: outcome.value, path, range };
}
