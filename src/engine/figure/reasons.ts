/** Lists the reasons for doubt about a verdict, and the reasons for no verdict. */
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

/** Caveats whose missing part only raises latency: a miss stays a miss. */
export const ONLY_RAISES_LATENCY: ReadonlySet<Caveat> = new Set<Caveat>([
  'balance-only',
  'chance-left-out',
  'lighter-load',
]);

/** Reasons why a verdict is not verified, or is unknown. */
export type VerdictReason =
  | Caveat
  /** Based on a report, an estimate or a guess: see `known`. */
  | 'not-measured'
  | 'extrapolated'
  /** A bound that does not decide is all that is known. */
  | 'bound-undecided'
  /** Evidence for the objective is missing. */
  | 'no-evidence'
  /** A time per token, while the workload's answers have one token. */
  | 'single-token'
  | 'no-price'
  | 'other-currency'
  | 'not-sized'
  /** Open arrivals beyond capacity. */
  | 'overloaded'
  /** Arrivals reach the known capacity of the nodes, which is only a lower bound. */
  | 'capacity-undecided'
  /** All nodes are spare, so none is left to serve. */
  | 'none-serves'
  /** A limited queue rejects requests, and no objective of the target limits how many. */
  | 'turns-away'
  /** A server has too little memory by the catalogs. */
  | 'exceeds-memory'
  /** Its servers have one slot, whatever `parallel` says. */
  | 'single-slot'
  /** Hardware of its kind cannot answer so fast, by the catalogs. */
  | 'below-floor'
  /** The miss vanishes without the run's own queueing delay. */
  | 'measured-waiting'
  /** Measurements contradict each other: one at a lighter load was slower, and beyond the limit. */
  | 'lighter-was-slower'
  /** Interpolated, and the limit lies within the band around it. */
  | 'within-band';
