/** Describes a change of a scenario. */
import type { Lever } from '../engine/explore/levers';
import { LEVER_SHARE } from '../engine/explore/levers';
import type { SensitivityEntry } from '../engine/explore/sensitivity';
import { formatFigure } from './figures';
import { formatQuantity } from './numbers';

type Words = Readonly<Record<SensitivityEntry['direction'], string>>;

const CHANGE_WORDS: Readonly<Record<Exclude<Lever, 'headroom'>, Words>> = {
  users: { less: 'fewer users', more: 'more users' },
  rate: { less: 'fewer requests', more: 'more requests' },
  thinkTime: { less: 'less think time', more: 'more think time' },
  latency: { less: 'lower latency', more: 'higher latency' },
  price: { less: 'lower price', more: 'higher price' },
};

/** Returns `10% fewer users`, `10% headroom instead of 0%`. */
export function describeChange({ lever, direction, value }: SensitivityEntry): string {
  if (lever === 'headroom') {
    return `${formatFigure(value.after)} headroom instead of ${formatFigure(value.before)}`;
  }
  return `${formatQuantity(LEVER_SHARE, 'share')} ${CHANGE_WORDS[lever][direction]}`;
}

/** Describes the result of a change: `113 nodes, $169.50/h`. */
export function describeEffect({ nodes, costPerHour }: SensitivityEntry): string {
  const cost = costPerHour ? `, ${formatFigure(costPerHour.after)}` : '';
  return formatFigure(nodes.after) + cost;
}
