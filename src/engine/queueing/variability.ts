/**
 * Factors on queueing delay for work and arrivals that are not exponential. The chains are exact for exponential ones.
 * The factors scale the part of the latency that randomness adds.
 */
import type { Routing } from '../plan/plan';

export interface Variability {
  /** Squared coefficient of variation of the gaps between arrivals. */
  readonly arrivalScv: number;
  /** Coefficient of variation of a request's work. */
  readonly serviceCv: number;
}

/**
 * Factor on the time that requests wait for a slot: (ca^2 + cs^2) / 2. Exact for M/G/1. An upper bound for heavily
 * loaded G/G/1 (Kingman 1962). An approximation for several slots (Allen and Cunneen; Allen, Probability, Statistics
 * and Queueing Theory, 1978; for M/G/c Lee and Longton 1959). Even arrivals wait less than that. Whitt's factor for
 * them counts in proportion to their evenness, so that random arrivals stay unchanged.
 * @param load Share of the slots' throughput that is used, above 0.
 */
export function waitingFactor(
  { arrivalScv, serviceCv }: Variability,
  slots: number,
  load: number,
): number {
  const evenness = Math.max(0, 1 - arrivalScv);
  const even = evenArrivalsFactor(serviceCv, slots, Math.min(1, load));
  return ((arrivalScv + serviceCv * serviceCv) / 2) * (1 - evenness * (1 - even));
}

/** Factor for arrivals with ca = 0 (Whitt 1993, Approximations for the GI/G/m queue). */
function evenArrivalsFactor(serviceCv: number, slots: number, load: number): number {
  const gamma = Math.min(
    0.24,
    ((1 - load) * (slots - 1) * (Math.sqrt(4 + 5 * slots) - 2)) / (16 * slots * load),
  );
  const even = (1 - 4 * gamma) * Math.exp((-2 * (1 - load)) / (3 * load));
  const scv = (serviceCv * serviceCv) / 2;
  const between = scv >= 1 ? 1 : Math.min(1, (1 + gamma + even) / 2) ** (2 * (1 - scv));
  return (even + between) / 2;
}

/**
 * Factor on the delay of requests that share a server: (ca^2 + cs^2) / (1 + cs^2). It is 1 for random arrivals,
 * whatever the work (Baskett et al. 1975). For a heavily loaded server it is the unfinished work divided by the mean
 * residual work of a request, both known there (Kingman 1962; Grishechkin 1994).
 */
export function sharingFactor({ arrivalScv, serviceCv }: Variability): number {
  const serviceScv = serviceCv * serviceCv;
  return (arrivalScv + serviceScv) / (1 + serviceScv);
}

/**
 * Share of the arrivals that come at the same moment as the one before, for gaps with ca > 1: (ca^2 - 1) / (ca^2 + cs^2).
 * Batches of geometric size have the index of dispersion (1 + r) / (1 - r) if a share r comes so. With exponential work
 * this r gives them that of the arrivals. With other work it gives the requests in flight on endless servers the variance
 * that the arrivals cause: (ca^2 + cs^2) / (1 + cs^2) times their mean (peakedness: Eckberg 1983). With the waiting
 * factor for random arrivals, the wait for one slot is that of batches and any work (M[X]/G/1: Gaver 1959).
 */
export function togetherShare({ arrivalScv, serviceCv }: Variability): number {
  return (arrivalScv - 1) / (arrivalScv + serviceCv * serviceCv);
}

/** Least factor whose powers are finite. */
const LEAST_SHARING = 1e-6;

/**
 * Probability of waiting with arrivals more even than random ones: that of the chain, to the power of the sharing
 * factor^-0.7. This is only a fit to simulations of round-robin routing, exact for a factor of 1. In a permanent queue
 * (`standing` 1, by average load) evenness changes nothing.
 */
export function evenWaitProbability(ofChain: number, sharing: number, standing: number): number {
  const even = Math.min(1, Math.max(LEAST_SHARING, sharing)) ** -0.7;
  return ofChain ** (1 + (even - 1) * (1 - Math.min(1, standing)));
}

/**
 * Bounds the factor on the delay in the queue by what those who wait can wait. With arrivals more even than random ones
 * few wait, and these briefly: of the chain's wait, `even` = ca² / (1 + ca² / slots) for fixed work. That is the wait
 * after a gap below the time in a slot (GI/D/1). Exponential work waits as the chain does. Simulated waits are shorter.
 * @param probability Probability of waiting, as a share of the chain's.
 */
export function mostWaitingFactor(
  { arrivalScv, serviceCv }: Variability,
  slots: number,
  probability: number,
): number {
  if (arrivalScv >= 1) return Infinity;
  const even = arrivalScv / (1 + arrivalScv / slots);
  const wait = serviceCv <= 1 ? even + serviceCv * (1 - even) : (1 + serviceCv * serviceCv) / 2;
  return probability * wait;
}

/**
 * Squared coefficient of variation of the gaps between the arrivals at one of `servers`, each with its share. Random
 * routing: Whitt 1983, The Queueing Network Analyzer. In turn: every m-th arrival. Least-busy: all from one queue.
 */
export function arrivalScvAt(routing: Routing, arrivalCv: number, servers: number): number {
  const arrivalScv = arrivalCv * arrivalCv;
  switch (routing) {
    case 'random':
      return 1 + (arrivalScv - 1) / servers;
    case 'round-robin':
      return arrivalScv / servers;
    case 'least-busy':
      return arrivalScv;
  }
}

/** Squared coefficient of variation of the gaps between answers of a server whose slots are all busy (Whitt 1983). */
export function departureScv(slots: number, serviceCv: number): number {
  return 1 + (serviceCv * serviceCv - 1) / Math.sqrt(slots);
}
