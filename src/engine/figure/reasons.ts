/** Reasons why a verdict is not better known, or is unknown, with what follows from each. */
import type { Caveat, Provenance, Reach } from './figure';
import { isStatedOrMeasured } from './provenance';

export function reasonsAgainst(
  provenance: Provenance,
  caveats: readonly Caveat[],
): VerdictReason[] {
  const { reach } = provenance;
  const byReach = REASON_OF_REACH[reach];
  const isSeen = isStatedOrMeasured(provenance) || reach === 'hardware';
  const own: readonly VerdictReason[] = isSeen ? [] : ['not-measured'];
  return [...own, ...(byReach ? [byReach] : []), ...caveats];
}

/** What speaks against a figure for its distance from what was observed. */
const REASON_OF_REACH = {
  direct: undefined,
  interpolated: undefined,
  extrapolated: 'extrapolated',
  scaled: 'tokens-scaled',
  'other-gpu': 'gpu-scaled',
  hardware: 'hardware-alone',
} as const satisfies Readonly<Record<Reach, VerdictReason | undefined>>;

/** Why a verdict is not better known, or is unknown. */
export type VerdictReason =
  | Caveat
  /** Based on a report, an estimate or a guess: see `known`. */
  | 'not-measured'
  | 'extrapolated'
  /** Scaled from other token lengths. */
  | 'tokens-scaled'
  /** Scaled from another GPU. */
  | 'gpu-scaled'
  /** Estimated from the data sheets of GPU and model. */
  | 'hardware-alone'
  /** Only a bound is known, and it does not decide. */
  | 'bound-undecided'
  /** No evidence on the objective. */
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
  /** The miss vanishes without the run's own queueing delay. */
  | 'measured-waiting'
  /** Measurements contradict each other: one at a lighter load was slower, and beyond the limit. */
  | 'lighter-was-slower'
  /** Interpolated, and the limit lies within the band around it. */
  | 'within-band';

/** What follows from a reason. A new reason does not compile until each column is given. */
export interface ReasonTraits {
  /**
   * The measurement that settles it: with a fixed number of requests in flight, with requests that arrive at random, or
   * with either. `arrivals`: users who never pause do not show it, even if they are sent to any server.
   */
  readonly settledBy: 'fixedLoad' | 'arrivals' | 'anyLoad' | 'nothing';
  /** Where the true latency lies: `higher` leaves a miss a miss, `lower` a pass a pass. */
  readonly truth: 'higher' | 'lower' | 'either';
  /**
   * What a finding on an unverified pass advises: a load to measure at, or nothing. `elsewhere`: another finding says
   * what to change first.
   */
  readonly advice: 'load' | 'elsewhere' | 'none';
}

export const REASONS: Readonly<Record<VerdictReason, ReasonTraits>> = {
  approximate: { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'balance-only': { settledBy: 'arrivals', truth: 'higher', advice: 'none' },
  'below-floor': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'beyond-hardware': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'bound-undecided': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  burst: { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'capacity-undecided': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'contradicts-itself': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'exceeds-memory': { settledBy: 'nothing', truth: 'either', advice: 'elsewhere' },
  extrapolated: { settledBy: 'fixedLoad', truth: 'either', advice: 'load' },
  'gpu-scaled': { settledBy: 'fixedLoad', truth: 'either', advice: 'load' },
  'hardware-alone': { settledBy: 'fixedLoad', truth: 'either', advice: 'load' },
  'few-requests': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'lengths-vary': { settledBy: 'anyLoad', truth: 'either', advice: 'none' },
  'lighter-load': { settledBy: 'fixedLoad', truth: 'higher', advice: 'load' },
  'lighter-was-slower': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'measured-waiting': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'modelled-tail': { settledBy: 'anyLoad', truth: 'either', advice: 'none' },
  'modelled-waiting': { settledBy: 'arrivals', truth: 'either', advice: 'none' },
  'no-evidence': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'no-price': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'none-serves': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'not-measured': { settledBy: 'fixedLoad', truth: 'either', advice: 'load' },
  'not-sized': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'other-currency': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  overloaded: { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'requests-failed': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'single-slot': { settledBy: 'nothing', truth: 'either', advice: 'elsewhere' },
  'single-token': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'slots-free-at-times': { settledBy: 'fixedLoad', truth: 'lower', advice: 'none' },
  'throughput-may-fall': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'tokens-differ': { settledBy: 'fixedLoad', truth: 'either', advice: 'load' },
  'tokens-scaled': { settledBy: 'fixedLoad', truth: 'either', advice: 'load' },
  'tokens-unstated': { settledBy: 'fixedLoad', truth: 'either', advice: 'none' },
  'turns-away': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'typical-profile': { settledBy: 'nothing', truth: 'either', advice: 'none' },
  'within-band': { settledBy: 'anyLoad', truth: 'either', advice: 'load' },
};
