/**
 * Which objective of a target binds: the one that is nearest to its limit, or furthest beyond it; and how far
 * a target is missed.
 */
import type { TargetVerdict, ObjectiveVerdict } from './verdict';

/**
 * Undefined where a target has a single objective; and where none is missed but one is not decided, which may be nearer
 * to its limit than all others. One that is missed without a figure has no end to it: more arrives than can be answered.
 */
export function bindingObjective({
  objectives,
  outcome,
}: TargetVerdict): ObjectiveVerdict | undefined {
  if (objectives.length < 2 || outcome === 'unknown') return undefined;
  // what those who are turned away miss keeps to its limit for all others
  return nearestToLimit(
    objectives.filter((each) => each.outcome === outcome && !each.reasons.includes('turns-away')),
  );
}

/** Or furthest beyond it; undefined where all are 0. */
export function nearestToLimit(
  verdicts: readonly ObjectiveVerdict[],
): ObjectiveVerdict | undefined {
  let nearest: ObjectiveVerdict | undefined;
  let highest = 0;
  for (const verdict of verdicts) {
    const share = verdict.outcome === 'misses' ? missOf(verdict) : (shareOfLimit(verdict) ?? 0);
    if (share > highest) [nearest, highest] = [verdict, share];
  }
  return nearest;
}

/** The missed objective that is furthest beyond its limit, the budget aside. */
export function worstMissed({ objectives }: TargetVerdict): ObjectiveVerdict | undefined {
  const [first, ...others] = objectives.filter(
    ({ objective, outcome }) => outcome === 'misses' && objective.kind !== 'budget',
  );
  return first && others.reduce((a, b) => (missOf(b) > missOf(a) ? b : a), first);
}

/** How far a target is missed: the share of its limit that the furthest figure is; 0 where only the budget is. */
export function worstMiss(target: TargetVerdict): number {
  const worst = worstMissed(target);
  return worst ? missOf(worst) : 0;
}

/** Without a figure there is no end to it. */
function missOf(verdict: ObjectiveVerdict): number {
  return shareOfLimit(verdict) ?? Infinity;
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
