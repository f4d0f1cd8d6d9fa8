/** Verdicts that need no evidence, and what speaks against those that have some. */
import type { ObjectiveVerdict, VerdictReason } from './assessment';
import type { Caveat, Figure, Provenance } from './figure';
import type { Objective } from './plan';

/**
 * Arrivals beyond capacity, or no node left to serve: latency has no end.
 * @param doubts Why that is not certain.
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

/** What is left out of a balance only makes latencies higher: a miss stays one. */
export const ONLY_RAISES_LATENCY: ReadonlySet<Caveat> = new Set<Caveat>([
  'balance-only',
  'chance-left-out',
  'lighter-load',
]);

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

export function reasonsAgainst(
  provenance: Provenance,
  caveats: readonly Caveat[],
): VerdictReason[] {
  const reasons: VerdictReason[] = [];
  if (provenance.known !== 'measured' && provenance.known !== 'stated')
    reasons.push('not-measured');
  if (provenance.reach === 'extrapolated') reasons.push('extrapolated');
  return [...reasons, ...caveats];
}
