/** Reads the length of prompts or answers: a mean, or a map of what is known of how they vary. */
import { t } from '@vscode/l10n';
import { lengthCv, meanLength } from '../../engine/plan/lengths';
import type { Stated } from '../../engine/plan/plan';
import type { tokenLength } from '../fields/commonShapes';
import type { Amount } from '../quantities/amount';
import type { ProblemLog } from './problemLog';
import { readMap, readScalar, type Located } from './readMap';
import { reportMissing, type ReadContext } from './readContext';
import { toQuantity } from './toStated';

export interface Length {
  readonly mean: Stated<number> | undefined;
  /** Coefficient of variation; undefined if the plan does not say how lengths vary. */
  readonly cv: Stated<number> | undefined;
}

export const UNSTATED: Length = { mean: undefined, cv: undefined };

type LengthShape = ReturnType<typeof tokenLength>;

/** Returns nothing of a length that is not stated or not usable, as a problem says. */
export function readLength(
  context: ReadContext | undefined,
  { scalar, map: { fields } }: LengthShape,
  key: string,
  log: ProblemLog,
): Length {
  if (context === undefined) return UNSTATED;
  if (context.node.kind !== 'map') {
    return { mean: toQuantity(readScalar(context, scalar, key, log)), cv: undefined };
  }
  const { values, lacks, isUnusable, slips } = readMap(context, fields, log);
  const keys = Object.keys(fields) as (keyof typeof fields)[];
  if (keys.some(isUnusable)) return unusable(context, log);
  const { mean, p50, p95, cv } = values;
  if (!checkOrder('p95', p95, p50, 'p50', log) || !checkOrder('p95', p95, mean, 'mean', log)) {
    return unusable(context, log);
  }
  const stated = {
    mean: mean?.value.value,
    p50: p50?.value.value,
    p95: p95?.value.value,
    cv: cv?.value.value,
  };
  const value = meanLength(stated);
  if (value === undefined) {
    const why = t`it follows from \`p50\` and \`p95\` too`;
    if (lacks('mean')) reportMissing(log, context, { keys: ['mean'], need: 'one', why }, slips);
    return UNSTATED;
  }
  const { path } = context;
  const isAbout = [mean, p50, p95, cv].some((each) => each?.value.approximate);
  const derived = (of: number): Stated<number> =>
    isAbout ? { value: of, path, approximate: true } : { value: of, path };
  const variation = lengthCv(stated);
  return {
    mean: toQuantity(mean) ?? derived(value),
    cv: toQuantity(cv) ?? (variation === undefined ? undefined : derived(variation)),
  };
}

function unusable({ path }: ReadContext, log: ProblemLog): Length {
  log.addUnread(path);
  return UNSTATED;
}

/** Reports a p95 that is below what it cannot be below. */
function checkOrder(
  key: string,
  high: Located<Amount> | undefined,
  low: Located<Amount> | undefined,
  lowKey: string,
  log: ProblemLog,
): boolean {
  if (!high || !low || high.value.value >= low.value.value) return true;
  const { range, path } = high;
  const expected = t`at least the ${low.value.value} tokens of \`${lowKey}\``;
  const args = { found: String(high.value.value), key, expected };
  log.addUnread(path);
  log.add({ code: 'plan.out-of-range', range, args, path });
  return false;
}
