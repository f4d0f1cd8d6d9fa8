/** Reasons why a verdict is not better known, or is unknown. */
import type { Caveat, Provenance } from './figure';

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

/** What is left out of a balance only makes latencies higher: a miss stays one. */
export const ONLY_RAISES_LATENCY: ReadonlySet<Caveat> = new Set<Caveat>([
  'balance-only',
  'chance-left-out',
  'lighter-load',
]);

/** Why a verdict is not better known, or is unknown. */
export type VerdictReason =
  | Caveat
  /** Rests on a report, an estimate or a guess: see `known`. */
  | 'not-measured'
  | 'extrapolated'
  /** Only a bound is known, and it does not decide. */
  | 'bound-undecided'
  /** Nothing known bears on the objective. */
  | 'no-evidence'
  /** A time per token, where the workload's answers have one token. */
  | 'single-token'
  | 'no-price'
  | 'other-currency'
  | 'not-sized'
  /** Open arrivals beyond capacity. */
  | 'overloaded'
  /** As many arrive as the nodes are known to answer, or more; whether they can is not known. */
  | 'capacity-undecided'
  /** With the spare nodes gone no node is left. */
  | 'none-serves'
  /** A limited queue turns requests away, and no objective of the target limits how many. */
  | 'turns-away'
  /** By the catalogs a server has too little memory for it. */
  | 'exceeds-memory'
  /** Its servers have one slot, whatever `parallel` says. */
  | 'single-slot'
  /** By the catalogs no hardware of its kind answers so fast. */
  | 'below-floor'
  /** Missed by no more than what was measured may have waited by chance, which this fleet need not. */
  | 'measured-waiting'
  /** Measurements contradict each other: one at a lighter load was slower, and beyond the limit. */
  | 'lighter-was-slower'
  /** Interpolated, and the limit lies within the band around it. */
  | 'within-band';
