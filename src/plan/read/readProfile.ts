/** How a day's load is spread: 24 shares of the peak, or the name of a typical shape. */
import { DAILY_SHAPES } from '../../engine/dailyShapes';
import type { DailyProfile, Stated } from '../../engine/plan';
import { atMost } from '../../engine/rounding';
import { PROFILE } from '../fields/profileShape';
import { joinPath } from '../keyPath';
import { readScalar } from './readMap';
import { reportWrongType, type Problems, type Slot } from './slot';
import { stated } from './stated';

/** Undefined where it cannot be used, which a problem says, or is still empty. */
export function readProfile(slot: Slot, problems: Problems): DailyProfile | undefined {
  const { node } = slot;
  if (node.kind === 'nothing') return undefined;
  if (node.kind === 'scalar') return readNamedShape(slot, problems);
  if (node.kind !== 'list') {
    reportWrongType(problems, slot, PROFILE.expected, slot.where);
    return undefined;
  }
  const shares: Stated<number>[] = [];
  for (const [index, { value, range }] of node.items.entries()) {
    const item = { node: value, path: joinPath(slot.path, index), range };
    const share = readScalar(item, PROFILE.of, slot.where, problems);
    if (share) shares.push(stated(share));
  }
  if (shares.length < node.items.length) return undefined; // each has its problem
  if (shares.length !== PROFILE.count) {
    return refuse(slot, `${shares.length} shares`, problems);
  }
  const largest = Math.max(...shares.map(({ value }) => value));
  if (!atMost(1, largest)) {
    return refuse(slot, `24 shares of at most ${Math.round(largest * 1000) / 10}%`, problems);
  }
  return { path: slot.path, shape: undefined, shares };
}

function readNamedShape(slot: Slot, problems: Problems): DailyProfile | undefined {
  const name = readScalar(slot, PROFILE.word, slot.where, problems);
  if (!name) return undefined;
  const { path, value: shape } = name;
  const shares = DAILY_SHAPES[shape].shares.map((value) => ({ value, path }));
  return { path, shape, shares };
}

function refuse({ range, where: key }: Slot, found: string, problems: Problems): undefined {
  problems.push({
    code: 'plan.value',
    range,
    args: { found, key, expected: PROFILE.expected, accepted: [], suggestion: undefined },
  });
}
