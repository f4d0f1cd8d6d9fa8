/** Verdicts without evidence, and reasons for doubt of those with evidence. */
import type { Figure } from '../figure/figure';
import type { VerdictReason } from '../figure/reasons';
import type { Objective } from '../plan/plan';
import type { ObjectiveVerdict } from './verdict';

/**
 * Miss of a latency that has no end: arrivals beyond capacity, or no node left to serve.
 * @param doubts Reasons why that is not certain.
 */
export function endlessMiss(
  objective: Objective,
  figure: Figure | undefined,
  reason: 'overloaded' | 'none-serves',
  doubts: readonly VerdictReason[],
): ObjectiveVerdict {
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
