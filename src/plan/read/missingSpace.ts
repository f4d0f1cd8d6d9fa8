/**
 * Finds a colon without a space after it: `latency:<1s`. YAML reads key and value as one word. In braces it becomes a
 * key without a value; elsewhere it joins the value of the key above.
 */
import type { Fields } from '../fields/shape';
import { joinPath } from '../keyPath';
import type { YamlEntry } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import type { ReadContext } from './readContext';
import { fieldMeantBy } from './unknownKey';

// An address has two slashes after its colon.
const UNSPACED = /^([\w-]+):(?!\/\/)(\S.*)$/s;

/** Reports a key without a value that contains the intended key. Returns undefined if it contains none. */
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
 * Reports a text in the place of a map. Returns false if it is something else.
 * @param fields Undefined if the keys are names.
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
  // Further lines are one text with the first, and only their blanks are left.
  const [value = ''] = rest.split(/\s(?=[\w-]+:)/, 1);
  const mended = `${meant}: ${value}`;
  log.addUnread(path);
  log.add({ code: 'plan.missing-space', range, args: { found: node.text, mended }, path });
  return true;
}

/** Reports `A:{ engine: e }`: YAML reads `A:{ engine` as the name. */
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
