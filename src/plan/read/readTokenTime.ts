/** Reads a time of tokens: its mean as a scalar, or a map of mean and percentiles. */
import { PERCENTILES, type Percentile } from '../../engine/plan/plan';
import type { tokenTime } from '../fields/commonShapes';
import type { Amount } from '../quantities/amount';
import type { ProblemLog } from './problemLog';
import { readMap, readScalar, type Located } from './readMap';
import { reportMissing, type ReadContext } from './readContext';

export type TokenTimeShape = ReturnType<typeof tokenTime>;

/** A mean or a percentile, and its value. */
export interface ReadTime {
  readonly percentile: Percentile | undefined;
  readonly time: Located<Amount>;
}

/** Returns what is stated, in the order of the text. A problem says what could not be read. */
export function readTokenTime(
  context: ReadContext | undefined,
  { scalar, map: { fields } }: TokenTimeShape,
  key: string,
  log: ProblemLog,
): readonly ReadTime[] {
  if (context === undefined) return [];
  if (context.node.kind !== 'map') {
    const mean = readScalar(context, scalar, key, log);
    return mean === undefined ? [] : [{ percentile: undefined, time: mean }];
  }
  const { values, lacks, slips } = readMap(context, fields, log);
  const keys = Object.keys(fields) as (keyof typeof fields)[];
  if (keys.every(lacks)) {
    reportMissing(log, context, { keys, need: 'any' }, slips);
  }
  return context.node.entries.flatMap(({ key: name }): readonly ReadTime[] => {
    const known = keys.find((each) => each === name);
    const time = known && values[known];
    const percentile = PERCENTILES.find((each) => each === name);
    return time === undefined ? [] : [{ percentile, time }];
  });
}
