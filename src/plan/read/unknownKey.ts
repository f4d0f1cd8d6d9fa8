/** Reports keys that the format does not know: slips of known ones, and others. */
import type { Fields } from '../fields/shape';
import { joinPath } from '../keyPath';
import { nearest } from '../nearest';
import { belongsTo, plainWord, translate } from './foreignWords';
import type { PlanProblem } from '../problems';
import { findEntry, type YamlEntry, type YamlMap } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import type { Slip, ReadContext } from './readContext';

export function reportUnknownKey(
  { where, path }: Pick<ReadContext, 'where' | 'path'>,
  entry: YamlEntry,
  map: YamlMap,
  fields: Fields,
  log: ProblemLog,
): Slip {
  const { key, keyRange, valueRange } = entry;
  // A key that is already there was not intended.
  const accepted = Object.keys(fields).filter((known) => findEntry(map, known) === undefined);
  const suggestion = fieldMeantBy(key, fields, accepted);
  const field = suggestion === undefined ? undefined : fields[suggestion];
  const isWord = suggestion !== undefined && field?.alsoCalled?.includes(plainWord(key)) === true;
  const mended = isWord && field ? translate(entry, suggestion, field) : undefined;
  const ofScenario = suggestion === undefined ? belongsTo(key, fields) : undefined;
  const args = { key, where, suggestion, accepted, mended, ofScenario };
  const whole = { start: keyRange.start, end: valueRange.end };
  const problem: PlanProblem = {
    code: 'plan.unknown-key',
    range: keyRange,
    args,
    path: joinPath(path, key),
    ...(mended !== undefined && { fixes: [[{ ...whole, text: mended }]] }),
  };
  log.add(problem);
  if (suggestion !== undefined) {
    log.addMisspelt(joinPath(path, suggestion));
  }
  return { key, suggestion, problem };
}

/** Returns the key that a slip or another word means. */
export function fieldMeantBy(
  key: string,
  fields: Fields,
  accepted: readonly string[] = Object.keys(fields),
): string | undefined {
  const word = key.toLowerCase();
  const plain = plainWord(key);
  const synonym = accepted.find((known) =>
    fields[known]?.alsoCalled?.some((called) => called === word || called === plain),
  );
  return synonym ?? nearest(key, accepted);
}
