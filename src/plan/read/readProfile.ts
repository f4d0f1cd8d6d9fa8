/** Reads how a day's load is spread: 24 shares of the peak, or the name of a typical shape. */
import { t } from '@vscode/l10n';
import { DAILY_SHAPES } from '../../engine/explore/dailyShapes';
import type { DailyProfile, Stated } from '../../engine/plan/plan';
import { atMost } from '../../engine/util/rounding';
import { PROFILE } from '../fields/profileShape';
import { joinPath } from '../keyPath';
import type { ProblemLog } from './problemLog';
import { readScalar } from './readMap';
import { reportWrongType, type ReadContext } from './readContext';
import { toQuantity } from './toStated';

/** Returns undefined if it is not usable, which a problem says. */
export function readProfile(context: ReadContext, log: ProblemLog): DailyProfile | undefined {
  const { node } = context;
  if (node.kind === 'scalar') return readNamedShape(context, log);
  if (node.kind !== 'list') {
    reportWrongType(log, context, t(PROFILE.expected));
    return undefined;
  }
  const shares: Stated<number>[] = [];
  for (const [index, { value, range }] of node.items.entries()) {
    const item = { node: value, path: joinPath(context.path, index), range };
    const share = readScalar(item, PROFILE.of, 'profile', log);
    if (share) shares.push(toQuantity(share));
  }
  if (shares.length < node.items.length) return undefined; // each has its problem
  if (shares.length !== PROFILE.count) {
    return refuse(context, t`${shares.length} shares`, log);
  }
  const largest = Math.max(...shares.map(({ value }) => value));
  if (!atMost(1, largest)) {
    return refuse(context, t`24 shares of at most ${Math.round(largest * 1000) / 10}%`, log);
  }
  return { path: context.path, shape: undefined, shares };
}

function readNamedShape(context: ReadContext, log: ProblemLog): DailyProfile | undefined {
  const name = readScalar(context, PROFILE.word, 'profile', log);
  if (!name) return undefined;
  const { path, value: shape } = name;
  const shares = DAILY_SHAPES[shape].shares.map((value) => ({ value, path }));
  return { path, shape, shares };
}

function refuse({ range, path }: ReadContext, found: string, log: ProblemLog): undefined {
  log.addUnread(path);
  log.add({
    code: 'plan.value',
    range,
    path,
    args: {
      found,
      key: 'profile',
      expected: t(PROFILE.expected),
      choices: [],
      example: undefined,
      suggestion: undefined,
      trap: undefined,
    },
  });
}
