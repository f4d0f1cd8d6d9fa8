/** How a day's load is spread: 24 shares of the peak, or the name of a typical shape. */
import { DAILY_SHAPES } from '../../engine/dailyShapes';
import type { DailyProfile, Stated } from '../../engine/plan';
import { atMost } from '../../engine/rounding';
import { PROFILE } from '../fields/profileShape';
import { joinPath } from '../keyPath';
import type { ProblemLog } from './problemLog';
import { readScalar } from './readMap';
import { reportWrongType, type Slot } from './slot';
import { stated } from './stated';

/** Undefined where it cannot be used, which a problem says. */
export function readProfile(slot: Slot, log: ProblemLog): DailyProfile | undefined {
  const { node } = slot;
  if (node.kind === 'scalar') return readNamedShape(slot, log);
  if (node.kind !== 'list') {
    reportWrongType(log, slot, PROFILE.expected);
    return undefined;
  }
  const shares: Stated<number>[] = [];
  for (const [index, { value, range }] of node.items.entries()) {
    const item = { node: value, path: joinPath(slot.path, index), range };
    const share = readScalar(item, PROFILE.of, 'profile', log);
    if (share) shares.push(stated(share));
  }
  if (shares.length < node.items.length) return undefined; // each has its problem
  if (shares.length !== PROFILE.count) {
    return refuse(slot, `${shares.length} shares`, log);
  }
  const largest = Math.max(...shares.map(({ value }) => value));
  if (!atMost(1, largest)) {
    return refuse(slot, `24 shares of at most ${Math.round(largest * 1000) / 10}%`, log);
  }
  return { path: slot.path, shape: undefined, shares };
}

function readNamedShape(slot: Slot, log: ProblemLog): DailyProfile | undefined {
  const name = readScalar(slot, PROFILE.word, 'profile', log);
  if (!name) return undefined;
  const { path, value: shape } = name;
  const shares = DAILY_SHAPES[shape].shares.map((value) => ({ value, path }));
  return { path, shape, shares };
}

function refuse({ range, path }: Slot, found: string, log: ProblemLog): undefined {
  log.addUnread(path);
  log.add({
    code: 'plan.value',
    range,
    path,
    args: {
      found,
      key: 'profile',
      expected: PROFILE.expected,
      choices: [],
      example: undefined,
      suggestion: undefined,
      trap: undefined,
    },
  });
}
