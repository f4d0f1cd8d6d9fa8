/**
 * Draws the scenarios that nothing cheaper and faster replaces, as a line. There is one line for each comparable
 * group.
 */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import { groupComparable } from '../engine/assess/comparable';
import { findFrontier } from '../engine/recommend/frontier';
import type { Series } from './chart';
import type { Placed } from './placedScenario';

export function frontierSeries(
  assessment: Assessment,
  placed: readonly Placed[],
): readonly Series[] {
  const byScenario = new Map(placed.map((each) => [each.assessed, each]));
  const groups = groupComparable(findFrontier(assessment).frontier, (each) => each);
  return groups.flatMap((group, index): readonly Series[] => {
    const points = group.flatMap((assessed) => {
      const found = byScenario.get(assessed);
      return found
        ? [{ x: found.price.value, y: found.time.value, mark: 'none' as const, says: [] }]
        : [];
    });
    if (points.length < 2) return [];
    const id = index === 0 ? 'frontier' : `frontier/${index}`;
    const label = index === 0 ? t`Frontier: nothing cheaper is faster` : undefined;
    return [{ id, label, kind: 'steps', colour: 'foreground', points }];
  });
}
