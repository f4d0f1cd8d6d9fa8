/**
 * `latency:<1s`: a colon without a space behind it is a sign like any other to YAML, so that key and value are one
 * word, which becomes a key without a value in braces, and the value of the key above elsewhere.
 */
import type { Fields } from '../fields/shape';
import { joinPath } from '../keyPath';
import type { YamlEntry } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import type { ReadContext } from './readContext';
import { fieldMeantBy } from './unknownKey';

// An address has two slashes behind its colon.
const UNSPACED = /^([\w-]+):(?!\/\/)(\S.*)$/s;

/** Of a key without a value: the key that was meant; undefined where none is in it. */
export function reportUnspacedKey(
  { path }: ReadContext,
  { key, keyRange }: YamlEntry,
  fields: Fields,
  log: ProblemLog,
): string | undefined {
  const [, name = '', value = ''] = UNSPACED.exec(key) ?? [];
  const meant = name === '' ? undefined : fieldMeantBy(name, fields);
  if (meant !== undefined) {
    const at = joinPath(path, meant);
    const args = { found: key, mended: `${meant}: ${value}` };
    log.addUnread(at);
    log.add({ code: 'plan.missing-space', range: keyRange, args, path: at });
  }
  return meant;
}

/**
 * Where a map is expected, and a text stands. False where it is something else.
 * @param fields Undefined where the keys are names.
 */
export function reportUnspacedMap(
  { node, path, range }: ReadContext,
  fields: Fields | undefined,
  log: ProblemLog,
): boolean {
  if (node.kind !== 'scalar' || node.quoted) {
    return false;
  }
  const [, name = '', rest = ''] = UNSPACED.exec(node.text) ?? [];
  const meant = fields === undefined || name === '' ? name : fieldMeantBy(name, fields);
  if (meant === undefined || meant === '') {
    return false;
  }
  // Further lines are one text with the first: their blanks are all that is left of them.
  const [value = ''] = rest.split(/\s(?=[\w-]+:)/, 1);
  const mended = `${meant}: ${value}`;
  log.addUnread(path);
  log.add({ code: 'plan.missing-space', range, args: { found: node.text, mended }, path });
  return true;
}

/** `A:{ engine: e }`: to YAML, `A:{ engine` is the name. */
export function reportUnspacedName(
  { path }: ReadContext,
  { key, keyRange }: YamlEntry,
  log: ProblemLog,
): boolean {
  const [found, name] = /^([\w-]+):[{[]/.exec(key) ?? [];
  if (found === undefined || name === undefined) {
    return false;
  }
  const at = joinPath(path, name);
  const mended = `${name}: ${found.slice(-1)}`;
  log.addUnread(at);
  log.add({ code: 'plan.missing-space', range: keyRange, args: { found, mended }, path: at });
  return true;
}
