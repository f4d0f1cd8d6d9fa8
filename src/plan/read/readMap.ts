/** Reads one map by its fields: values of known keys, problems for all else. */
import type { KeyPath } from '../../engine/plan';
import type { Range } from '../document';
import type { Field, Fields, ScalarShape } from '../fields/shape';
import { nearest } from '../nearest';
import { isIssue } from '../quantities/outcome';
import { findEntry, type YamlEntry, type YamlMap } from '../yamlTree';
import { findCutValues } from './flowComma';
import { reportMissing, reportWrongType, type Problems, type Slot } from './slot';

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
  /** Whether it is written, or a slip of it is, which a problem says: it is not missing. */
  readonly isMeant: (key: string) => boolean;
}

/** Nothing at all reads as an empty map: the key has just been typed. */
export function readMap<F extends Fields>(
  slot: Slot,
  fields: F,
  problems: Problems,
): MapReading<F> {
  const reading = readKnownKeys(slot, fields, problems);
  const { node } = slot;
  if (node.kind === 'map' || (node.kind === 'nothing' && !node.broken)) {
    const missing = missingKeys(fields, reading.isMeant);
    if (missing.length > 0) {
      reportMissing(problems, slot, missing);
    }
  }
  return reading;
}

/** As `readMap`, without a word on what is missing. */
export function readKnownKeys<F extends Fields>(
  slot: Slot,
  fields: F,
  problems: Problems,
): MapReading<F> {
  const { node } = slot;
  if (node.kind !== 'map') {
    if (node.kind !== 'nothing') {
      const unspaced = node.kind === 'scalar' && !node.quoted && /^[\w-]+:\S/.test(node.text);
      const spaces = unspaced ? ', with a space behind each colon' : '';
      reportWrongType(problems, slot, `a map of keys and values${spaces}`, lastKey(slot.path));
    }
    // Whatever stands there instead has its problem, which is enough.
    const isMeant = () => node.kind !== 'nothing' || node.broken;
    return { values: {}, has: () => false, isMeant };
  }
  const values: Record<string, Said<unknown> | Slot> = {};
  const slips: (string | undefined)[] = [];
  const cut = node.flow ? findCutValues(node, fields, problems) : undefined;
  for (const entry of node.entries) {
    const { key } = entry;
    if (key.startsWith('x-') || cut?.has(entry)) {
      continue;
    }
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      slips.push(reportUnknownKey(entry, slot, node, fields, problems));
      continue;
    }
    // No key of the format needs escaping in a path.
    const value = readEntry(entry, field, `${slot.path}/${key}`, problems);
    if (value !== undefined) {
      values[key] = value;
    }
  }
  // Each value was read by the field of its own key.
  const typed = values as MapReading<F>['values'];
  const has = (key: string) => findEntry(node, key) !== undefined;
  return { values: typed, has, isMeant: (key) => has(key) || slips.includes(key) };
}

/** The required keys that are not there. */
export function missingKeys(fields: Fields, isMeant: (key: string) => boolean): string[] {
  return requiredKeys(fields).filter((key) => !isMeant(key));
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
  problems: Problems,
): Said<unknown> | Slot | undefined {
  const { key, keyRange, value: node, valueRange: range } = entry;
  if (shape.kind !== 'scalar') {
    return { node, path, range, keyRange, where: key };
  }
  return readScalar({ node, path, range }, shape, key, problems);
}

/** Reads one scalar; undefined where it has a problem. */
export function readScalar<T>(
  { node, path, range }: Pick<Slot, 'node' | 'path' | 'range'>,
  shape: ScalarShape<T>,
  key: string,
  problems: Problems,
): Said<T> | undefined {
  if (node.kind !== 'scalar') {
    reportWrongType(problems, { node, range }, shape.expected, key);
    return undefined;
  }
  const outcome = shape.parse(node.text, key);
  if (isIssue(outcome)) {
    problems.push({ ...outcome.issue, range });
    return undefined;
  }
  return { value: outcome.value, path, range };
}

function reportUnknownKey(
  { key, keyRange }: YamlEntry,
  { where }: Slot,
  map: YamlMap,
  fields: Fields,
  problems: Problems,
): string | undefined {
  // What is there already was not meant.
  const accepted = Object.keys(fields).filter((known) => findEntry(map, known) === undefined);
  const suggestion = nearest(key, accepted);
  problems.push({
    code: 'plan.unknown-key',
    range: keyRange,
    args: { key, where, suggestion, accepted },
  });
  return suggestion;
}

function lastKey(path: KeyPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
