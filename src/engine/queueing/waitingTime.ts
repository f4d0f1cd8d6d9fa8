/**
 * How long a request waits that has to wait. One that finds j - 1 others in the queue waits for j departures
 * at the full rate: an Erlang time of j phases, mixed by the probabilities of the chain (Kleinrock 1975,
 * chapter 4). Given as a histogram, in seconds.
 */
import { logGamma } from './gamma';
import type { SolvedChain } from './routedChain';

export interface Histogram {
  /** Ascending, one more than `shares`. */
  readonly edges: Float64Array;
  /** Probability between two edges; they add up to 1. */
  readonly shares: Float64Array;
}

const CELLS = 96;
/** Probability that lies beyond the last edge, and is counted before it. */
const CUT = 1e-5;

/** @returns undefined where no request ever waits. */
export function waitingTime({ chain, state }: SolvedChain): Histogram | undefined {
  const rate = chain.departures(chain.slots);
  if (state.tailRatio > 0) {
    // Endless queue: a geometric number of exponential phases is exponential again.
    const mean = 1 / (rate * (1 - state.tailRatio));
    return histogram(0, -Math.log(CUT) * mean, (t) => Math.exp(-t / mean));
  }
  const beyond = queueBeyond(state.probabilities.subarray(chain.slots + 1));
  if (!beyond) return undefined;
  const shortest = beyond.findIndex((share) => share < 1 - CUT);
  const longest = beyond.findIndex((share) => share < CUT);
  const reach = (phases: number): number => 5 * Math.sqrt(phases + 1);
  const from = Math.max(0, shortest - reach(shortest));
  const scaled = histogram(from, longest + reach(longest) + 5, (x) => survival(beyond, x));
  return { ...scaled, edges: scaled.edges.map((x) => x / rate) };
}

function histogram(from: number, to: number, survivalAt: (t: number) => number): Histogram {
  const edges = Float64Array.from(
    { length: CELLS + 1 },
    (_, i) => from + ((to - from) * i) / CELLS,
  );
  const left = edges.map((t) => Math.min(1, Math.max(0, survivalAt(t))));
  [left[0], left[CELLS]] = [1, 0];
  const shares = Float64Array.from(
    { length: CELLS },
    (_, i) => (left[i] ?? 0) - (left[i + 1] ?? 0),
  );
  return { edges, shares };
}

/** P(j > i) for i = 0, 1, ... where `weights` are those of j = 1, 2, ... */
function queueBeyond(weights: Float64Array): Float64Array | undefined {
  const beyond = new Float64Array(weights.length + 1);
  for (let i = weights.length - 1; i >= 0; i--) {
    beyond[i] = (beyond[i + 1] ?? 0) + (weights[i] ?? 0);
  }
  const total = beyond[0] ?? 0;
  return total > 0 ? beyond.map((share) => share / total) : undefined;
}

/** P(wait > x phases): fewer than j departures by then, a Poisson number of mean x. */
function survival(beyond: Float64Array, x: number): number {
  if (x <= 0) return 1;
  const middle = Math.floor(x);
  const atMiddle = Math.exp(middle * Math.log(x) - x - logGamma(middle + 1));
  let sum = 0;
  for (let i = middle, pmf = atMiddle; i >= 0 && pmf > 1e-12; pmf *= i / x, i--) {
    sum += pmf * (beyond[i] ?? 0);
  }
  for (let i = middle + 1, pmf = (atMiddle * x) / i; i < beyond.length && pmf > 1e-12;) {
    sum += pmf * (beyond[i] ?? 0);
    i += 1;
    pmf *= x / i;
  }
  return sum;
}
