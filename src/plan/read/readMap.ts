/** Reads one map by its fields: values of known keys, problems for all else. */
import type { KeyPath } from '../../engine/plan';
import type { Range } from '../document';
import type { Field, Fields, ScalarShape } from '../fields/shape';
import { isIssue } from '../quantities/outcome';
import { findEntry, type YamlEntry } from '../yamlTree';
import { findCutValues } from './flowComma';
import { reportUnspacedMap, reportUnspacedKey } from './missingSpace';
import type { ProblemLog } from './problemLog';
import { reportMissing, reportWrongType, type Slip, type Slot } from './slot';
import { reportUnknownKey } from './unknownKey';

/** A scalar's value, and where it stands. */
export interface Said<T> {
  readonly value: T;
  readonly path: KeyPath;
  readonly range: Range;
}

type ValueOf<F> =
  F extends Field<infer S> ? (S extends ScalarShape<infer T> ? Said<T> : Slot) : never;

export interface MapReading<F extends Fields> {
  /** Undefined: not written, or not usable, which a problem says. */
  readonly values: { readonly [K in keyof F]?: ValueOf<F[K]> };
  /** Whether the key is written, with whatever value. */
  readonly has: (key: keyof F & string) => boolean;
  /** Whether it is written and not usable, which a problem says. */
  readonly isUnusable: (key: keyof F & string) => boolean;
  /** Whether a map stands there, and the key is not in it. */
  readonly lacks: (key: keyof F & string) => boolean;
  readonly slips: readonly Slip[];
}

/** Nothing at all reads as an empty map: the name has just been typed. */
export function readMap<F extends Fields>(slot: Slot, fields: F, log: ProblemLog): MapReading<F> {
  const reading = readKnownKeys(slot, fields, log);
  const keys = missingKeys(fields, reading);
  if (keys.length > 0) {
    reportMissing(log, slot, { keys, need: 'all' }, reading.slips);
  }
  return reading;
}

/** As `readMap`, without a word on what is missing. */
export function readKnownKeys<F extends Fields>(
  slot: Slot,
  fields: F,
  log: ProblemLog,
): MapReading<F> {
  const { node } = slot;
  if (node.kind !== 'map') {
    return readNoMap(slot, fields, log);
  }
  const values: Record<string, Said<unknown> | Slot> = {};
  const slips: Slip[] = [];
  const unspaced = new Set<string>();
  const cut = node.flow ? findCutValues(slot, node, fields, log) : undefined;
  for (const entry of node.entries) {
    const { key } = entry;
    if (key.startsWith('x-') || cut?.has(entry)) {
      continue;
    }
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      const meant = entry.bare ? reportUnspacedKey(slot, entry, fields, log) : undefined;
      if (meant === undefined) {
        slips.push(reportUnknownKey(slot, entry, node, fields, log));
      } else {
        unspaced.add(meant);
      }
      continue;
    }
    // No key of the format needs escaping in a path.
    const value = readEntry(entry, field, `${slot.path}/${key}`, log);
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

function readNoMap<F extends Fields>(slot: Slot, fields: F, log: ProblemLog): MapReading<F> {
  const { node } = slot;
  const isEmpty = node.kind === 'nothing' && !node.broken;
  if (node.kind === 'nothing') {
    if (node.broken) {
      log.addUnread(slot.path);
    }
  } else if (!reportUnspacedMap(slot, fields, log)) {
    reportWrongType(log, slot, 'a map of keys and values');
  }
  // Whatever stands there instead has its problem, which is enough.
  return { values: {}, has: () => false, isUnusable: () => false, lacks: () => isEmpty, slips: [] };
}

/** The required keys that are not there. */
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
): Said<unknown> | Slot | undefined {
  const { key, keyRange, value: node, valueRange: range } = entry;
  if (shape.kind !== 'scalar') {
    return { node, path, range, keyRange, where: { noun: `the ${key}` } };
  }
  return readScalar({ node, path, range }, shape, key, log);
}

/** Reads one scalar; undefined where it has a problem. */
export function readScalar<T>(
  { node, path, range }: Pick<Slot, 'node' | 'path' | 'range'>,
  shape: ScalarShape<T>,
  key: string,
  log: ProblemLog,
): Said<T> | undefined {
  if (node.kind !== 'scalar') {
    reportWrongType(log, { node, range, path }, shape.expected, key);
    return undefined;
  }
  const outcome = shape.parse(node.text, key);
  if (isIssue(outcome)) {
    log.addUnread(path);
    log.add({ ...outcome.issue, range, path });
    return undefined;
  }
  return { value: outcome.value, path, range };
}
