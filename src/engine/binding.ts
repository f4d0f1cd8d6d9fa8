/** Which objective of a target binds: the one that is nearest to its limit, or furthest beyond it. */
import type { ObjectiveVerdict, TargetVerdict } from './assessment';

/** Undefined where a target has a single objective, or none of which a figure is known. */
export function bindingObjective({ objectives }: TargetVerdict): ObjectiveVerdict | undefined {
  if (objectives.length < 2) return undefined;
  let binding: ObjectiveVerdict | undefined;
  let highest = -Infinity;
  for (const verdict of objectives) {
    const share = shareOfLimit(verdict);
    if (share !== undefined && share > highest) [binding, highest] = [verdict, share];
  }
  return binding;
}

function shareOfLimit({ objective, figure }: ObjectiveVerdict): number | undefined {
  if (!figure) return undefined;
  switch (objective.kind) {
    case 'budget':
      return figure.value / objective.limitPerHour;
    case 'rejected':
      return figure.value / objective.limitShare;
    default:
      return figure.value / objective.limitSeconds;
  }
}
