/** Describes a change of a scenario. */
import { t } from '@vscode/l10n';
import type { Lever } from '../engine/explore/levers';
import { LEVER_SHARE } from '../engine/explore/levers';
import type { SensitivityEntry } from '../engine/explore/sensitivity';
import { formatFigure } from './figures';
import { formatQuantity } from './numbers';

type Words = Readonly<Record<SensitivityEntry['direction'], (share: string) => string>>;

const CHANGE_WORDS: Readonly<Record<Exclude<Lever, 'headroom'>, Words>> = {
  users: { less: (share) => t`${share} fewer users`, more: (share) => t`${share} more users` },
  rate: { less: (share) => t`${share} fewer requests`, more: (share) => t`${share} more requests` },
  thinkTime: {
    less: (share) => t`${share} less think time`,
    more: (share) => t`${share} more think time`,
  },
  latency: {
    less: (share) => t`${share} lower latency`,
    more: (share) => t`${share} higher latency`,
  },
  price: { less: (share) => t`${share} lower price`, more: (share) => t`${share} higher price` },
};

/** Returns `10% fewer users`, `10% headroom instead of 0%`. */
export function describeChange({ lever, direction, value }: SensitivityEntry): string {
  if (lever === 'headroom') {
    return t`${formatFigure(value.after)} headroom instead of ${formatFigure(value.before)}`;
  }
  return CHANGE_WORDS[lever][direction](formatQuantity(LEVER_SHARE, 'share'));
}

/** Describes the result of a change: `113 nodes, $169.50/h`. */
export function describeEffect({ nodes, costPerHour }: SensitivityEntry): string {
  const cost = costPerHour ? `, ${formatFigure(costPerHour.after)}` : '';
  return formatFigure(nodes.after) + cost;
}
