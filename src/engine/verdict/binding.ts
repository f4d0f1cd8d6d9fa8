/**
 * Finds the limiting objective of a target: the one nearest to its limit, or furthest beyond it. Also measures by how
 * much a target is missed.
 */
import type { TargetVerdict, ObjectiveVerdict } from './verdict';

/**
 * Limiting objective; undefined if a target has a single one. Also undefined if none is missed but one is undecided,
 * which may be nearer to its limit than all others. A miss without a figure is infinite: more arrives than can be
 * answered.
 */
export function bindingObjective({
  objectives,
  outcome,
}: TargetVerdict): ObjectiveVerdict | undefined {
  if (objectives.length < 2 || outcome === 'unknown') return undefined;
  // a miss that only rejected requests cause does not limit the others
  return nearestToLimit(
    objectives.filter((each) => each.outcome === outcome && !each.reasons.includes('turns-away')),
  );
}

/** Objective nearest to its limit, or furthest beyond it; undefined if all are 0. */
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

/** Missed objective that is furthest beyond its limit, without the budget. */
export function worstMissed({ objectives }: TargetVerdict): ObjectiveVerdict | undefined {
  const [first, ...others] = objectives.filter(
    ({ objective, outcome }) => outcome === 'misses' && objective.kind !== 'budget',
  );
  return first && others.reduce((a, b) => (missOf(b) > missOf(a) ? b : a), first);
}

/** Size of a target's miss: the largest figure as a share of its limit; 0 if only the budget is missed. */
export function worstMiss(target: TargetVerdict): number {
  const worst = worstMissed(target);
  return worst ? missOf(worst) : 0;
}

/** Size of one miss; infinite without a figure. */
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
