/**
 * Spread of latency over the accepted requests of a fleet: some find a slot, the others wait first. The waiting time is
 * that of the chain, stretched to the mean of `predictWaiting`. The time in a slot varies with the work, and is longer for
 * requests that begin on a full server. The two are assumed to be independent.
 */
import { invertCdf } from './invertCdf';
import type { Waiting } from './predictWaiting';
import { sharedServiceTime } from './serviceTime';
import { waitingTime } from './waitingTime';
import type { Histogram } from './waitingTime';
import { workDistribution, type WorkDistribution } from './workDistribution';

export interface LatencyDistribution {
  /** Share of the requests answered within so many seconds. */
  readonly shareWithin: (seconds: number) => number;
  /** Seconds within which the share `p` is answered, 0 < p < 1. */
  readonly percentile: (p: number) => number;
}

export function latencyDistribution(waiting: Waiting): LatencyDistribution {
  const { waitProbability, latency } = waiting;
  const { serviceCv, sharingFactor, soloService, fullService } = waiting;
  const service = workDistribution(serviceCv);
  const spread = sharingFactor * waiting.solved.figures.serviceSpread;
  const serviceAtOnce = sharedServiceTime(serviceCv, {
    scv: spread,
    skew: waiting.solved.figures.serviceSkew,
    forgetting: waiting.elasticity,
  });
  const { waits, waitless } = serviceMeans(waiting);
  const histogram = waitProbability > NEVER ? stretchedWaiting(waiting) : undefined;
  const shareWithin = (seconds: number): number => {
    // No request is answered sooner than with no other on its server, which shares nothing.
    const alone = service.cdf(seconds / Math.min(soloService, waitless));
    // Nor later than with every slot of its server taken all the time.
    const crowded = service.cdf(seconds / Math.max(fullService, waitless));
    const atOnce = Math.max(crowded, Math.min(alone, serviceAtOnce(seconds / waitless)));
    if (!histogram) return atOnce;
    const later = waitAndService(histogram, service, waits, seconds);
    return (1 - waitProbability) * atOnce + waitProbability * later;
  };
  return { shareWithin, percentile: (p) => invertCdf(shareWithin, p, latency) };
}

/** Least probability of waiting that changes a percentile. */
const NEVER = 1e-9;

const ROUNDING = 1e-6;

/** Mean time in a slot: of requests that wait first, which begin on a full server, and of the others. */
function serviceMeans(waiting: Waiting): { readonly waits: number; readonly waitless: number } {
  const { service, waitProbability, soloService, fullService } = waiting;
  const rest = (service - waitProbability * fullService) / (1 - waitProbability);
  const waitless =
    waitProbability < 1 - NEVER ? Math.max(Math.min(soloService, service), rest) : service;
  const waits = (service - (1 - waitProbability) * waitless) / waitProbability;
  return { waits: waitProbability > NEVER ? waits : service, waitless };
}

/**
 * Waiting time, stretched to its mean. Random waiting scales with its mean while the queue comes and goes. In a
 * permanent queue the mean is given and the spread grows with its root (a diffusion; Kleinrock, Queueing Systems II,
 * 1976, chapter 2).
 */
function stretchedWaiting(waiting: Waiting): Histogram | undefined {
  const { solved, waitProbability } = waiting;
  const histogram = waitingTime(solved.queue);
  const { waitingTime: ofChain } = solved.figures;
  if (!histogram || !(ofChain > 0)) return undefined;
  const standing = Math.min(1, solved.balanceWaiting / ofChain);
  const byChance = ofChain - solved.balanceWaiting;
  // The remainder of a permanent queue after the average load is a difference of nearly equal numbers.
  const factor =
    byChance > ROUNDING * ofChain
      ? Math.max(0, waiting.waiting - solved.balanceWaiting) / byChance
      : waiting.waitingFactor;
  const stretch = factor ** (1 - standing / 2);
  const [mean, meanOfChain] = [
    waiting.waiting / waitProbability,
    ofChain / solved.figures.waitProbability,
  ];
  return {
    ...histogram,
    edges: histogram.edges.map((edge) => Math.max(0, mean + stretch * (edge - meanOfChain))),
  };
}

/** P(wait + service <= t), with the wait spread evenly between two edges of the histogram. */
function waitAndService(
  { edges, shares }: Histogram,
  service: WorkDistribution,
  mean: number,
  seconds: number,
): number {
  let sum = 0;
  let from = edges[0] ?? 0;
  let integralFrom = mean * service.integral((seconds - from) / mean);
  for (let i = 0; i < shares.length && from < seconds; i++) {
    const to = edges[i + 1] ?? from;
    const integralTo = mean * service.integral((seconds - to) / mean);
    const width = to - from;
    const share = shares[i] ?? 0;
    sum +=
      width > 1e-9 * seconds
        ? (share * (integralFrom - integralTo)) / width
        : share * service.cdf((seconds - to) / mean);
    [from, integralFrom] = [to, integralTo];
  }
  return sum;
}
