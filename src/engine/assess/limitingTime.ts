/** Chooses the time that limits a plan's scenarios, which charts and tables compare them by. */
import type { Figure } from '../figure/figure';
import { isTimeObjective } from '../plan/objectives';
import type { TimeObjective } from '../plan/plan';
import { memoize } from '../util/cache';
import { nearestToLimit } from '../verdict/binding';
import type { TargetVerdict } from '../verdict/verdict';
import type { Assessment } from './assessment';
import { comparedTargets } from './comparedTargets';
import { verdictOf } from './ownVerdict';
import { shownTime, timeOf } from './shownTime';

/**
 * Returns the time that limits most scenarios, each judged by its own target. If none has a figure, returns the time
 * that the targets limit, or the mean latency.
 */
export const limitingTime: (assessment: Assessment) => TimeObjective = memoize(
  ({ plan, scenarios }: Assessment) => {
    const counts = new Map<TimeObjective, number>();
    for (const assessed of scenarios) {
      const time = limitingTimeOn(verdictOf(assessed));
      if (time) counts.set(time, (counts.get(time) ?? 0) + 1);
    }
    // The sort is stable: of equals the first wins.
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? shownTime(comparedTargets(plan));
  },
);

/** A time, and what is known of it. */
export interface KnownTime {
  readonly time: TimeObjective;
  readonly figure: Figure | undefined;
}

/** Returns the time by which a target judges an option: the mean latency, if no figure of its own is known. */
export function limitingTimeOf(option: {
  readonly latency: Figure | undefined;
  readonly verdict: TargetVerdict;
}): KnownTime {
  const { latency, verdict } = option;
  const time = limitingTimeOn(verdict) ?? 'latency';
  return { time, figure: timeOf({ latency, verdicts: [verdict] }, time) };
}

/** Returns the time of a target that is nearest to its limit, or furthest beyond. Undefined if no figure is known. */
export function limitingTimeOn(verdict: TargetVerdict | undefined): TimeObjective | undefined {
  const times = (verdict?.objectives ?? []).filter(({ objective }) =>
    isTimeObjective(objective.kind),
  );
  const kind = nearestToLimit(times)?.objective.kind;
  return kind !== undefined && isTimeObjective(kind) ? kind : undefined;
}
