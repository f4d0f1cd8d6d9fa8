/** Verdicts that need no evidence, and what speaks against those that have some. */
import type { Figure } from '../figure/figure';
import type { VerdictReason } from '../figure/reasons';
import type { Fleet } from '../fleet/fleet';
import type { Objective } from '../plan/plan';
import type { ObjectiveVerdict } from './verdict';

/** Arrivals beyond capacity, or no node left to serve: latency has no end. It is certain unless the fleet has doubts. */
export function endlessMiss(
  objective: Objective,
  figure: Figure | undefined,
  reason: 'overloaded' | 'none-serves',
  { overload }: Fleet,
): ObjectiveVerdict {
  const doubts = overload?.doubts ?? [];
  return {
    objective,
    outcome: 'misses',
    verified: doubts.length === 0,
    reasons: [reason, ...doubts],
    figure,
    proof: undefined,
  };
}

export function unknown(
  objective: Objective,
  reason: VerdictReason,
  figure?: Figure,
): ObjectiveVerdict {
  return {
    objective,
    outcome: 'unknown',
    verified: false,
    reasons: [reason],
    figure,
    proof: undefined,
  };
}
