/**
 * Waiting time of a request that has to wait, as a histogram in seconds. A request that finds j - 1 others in the queue
 * waits for j departures at the full rate. That is an Erlang time of j phases, mixed by the probabilities of the chain
 * (Kleinrock 1975, chapter 4).
 */
import type { ChainQueue } from './birthDeath';
import { gammaTail, logGamma } from './gamma';
import { seriesOfQueue } from './geometricQueue';
import { sharesBeyond, type GeometricSeries } from './geometricSeries';
import { queueStates } from './queueStates';

export interface Histogram {
  /** Edges in seconds: ascending, one more than `shares`. */
  readonly edges: Float64Array;
  /** Probability between two edges; they add up to 1. */
  readonly shares: Float64Array;
}

const CELLS = 96;
/** Probability beyond the last edge, which is counted before it. */
const CUT = 1e-5;
/** Least probability of a full queue that changes the result. */
const NEVER_FULL = 1e-12;

/**
 * Waiting time of a chain.
 * @returns undefined if no request ever waits.
 */
export function waitingTime(chain: ChainQueue): Histogram | undefined {
  const rate = chain.full;
  const queue = seriesOfQueue(chain);
  if (queue && queue.ratio ** queue.places < NEVER_FULL) {
    // As good as endless: a geometric number of exponential phases is exponential again.
    const mean = 1 / (rate * (1 - queue.ratio));
    return histogram(0, -Math.log(CUT) * mean, (t) => Math.exp(-t / mean));
  }
  const phases = queue ? phasesOfSeries(queue) : phasesOfStates(chain);
  if (!phases) return undefined;
  const shortest = firstBelow(phases, 1 - CUT);
  const longest = firstBelow(phases, CUT);
  const reach = (count: number): number => 5 * Math.sqrt(count + 1);
  const from = Math.max(0, shortest - reach(shortest));
  const survivalAt = phases.survivalAt ?? ((x: number) => survival(phases, x));
  const scaled = histogram(from, longest + reach(longest) + 5, survivalAt);
  return { ...scaled, edges: scaled.edges.map((x) => x / rate) };
}

/** Number of departures that a waiting request waits for, from 1. */
interface Phases {
  readonly most: number;
  /** Probability that it is more than so many. */
  readonly shareBeyond: (count: number) => number;
  /** P(wait > x phases), if it is known without a sum over all numbers of departures. */
  readonly survivalAt?: ((x: number) => number) | undefined;
}

function phasesOfSeries(queue: GeometricSeries): Phases {
  const phases = { most: queue.places, shareBeyond: sharesBeyond(queue) };
  const inClosedForm = survivalOfSeries(queue);
  const survivalAt = (x: number): number =>
    x > MANY || !inClosedForm ? survival(phases, x) : inClosedForm(x);
  return { ...phases, survivalAt };
}

/**
 * P(wait > x phases) of a geometric series. It is the sum over i < n of a Poisson probability of mean x, each times the
 * share beyond i of n places. With a ratio r < 1 that share is (r^i - r^n) / (1 - r^n). A Poisson weight times r^i is
 * one of mean x r. Let Q(n, x) be the probability of fewer than n departures. The sum is (exp(-x (1 - r)) Q(n, x r) -
 * r^n Q(n, x)) / (1 - r^n). A ratio above 1 is summed likewise from the heavy end.
 * @returns undefined if the ratio is so near to 1 that the difference has no accuracy.
 */
function survivalOfSeries({ ratio, places }: GeometricSeries): ((x: number) => number) | undefined {
  const log = places * Math.log(ratio);
  if (Math.abs(log) < NEARLY_EVEN) return undefined;
  const tail = gammaTail(places);
  const all = -Math.expm1(-Math.abs(log));
  return (x) => {
    if (x <= 0) return 1;
    const beside = tail(x * ratio, x * (ratio - 1) - Math.max(0, log));
    return ratio < 1 ? (beside - tail(x, log)) / all : (tail(x) - beside) / all;
  };
}

/** Least distance of the ratio from 1, at which the difference has six digits left. */
const NEARLY_EVEN = 1e-3;

function phasesOfStates(chain: ChainQueue): Phases | undefined {
  const { fewest, weights } = queueStates(chain);
  const beyond = new Float64Array(weights.length + 1);
  for (let i = weights.length - 1; i >= 0; i--) {
    beyond[i] = (beyond[i + 1] ?? 0) + (weights[i] ?? 0);
  }
  const total = beyond[0] ?? 0;
  if (!(total > 0)) return undefined;
  for (let i = 0; i < beyond.length; i++) beyond[i] = (beyond[i] ?? 0) / total;
  return {
    most: fewest + weights.length,
    shareBeyond: (count) => (count <= fewest ? 1 : (beyond[count - fewest] ?? 0)),
  };
}

/** Fewest phases beyond which less than `share` lies; by bisection, as it never rises. */
function firstBelow({ most, shareBeyond }: Phases, share: number): number {
  let [before, after] = [-1, most];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shareBeyond(middle) < share) after = middle;
    else before = middle;
  }
  return after;
}

function histogram(from: number, to: number, survivalAt: (t: number) => number): Histogram {
  const edges = new Float64Array(CELLS + 1);
  const shares = new Float64Array(CELLS);
  edges[0] = from;
  for (let i = 0, left = 1; i < CELLS; i++) {
    const edge = from + ((to - from) * (i + 1)) / CELLS;
    const after = i === CELLS - 1 ? 0 : Math.min(1, Math.max(0, survivalAt(edge)));
    edges[i + 1] = edge;
    shares[i] = left - after;
    left = after;
  }
  return { edges, shares };
}

/** P(wait > x phases): fewer than j departures by then, a Poisson number of mean x. */
function survival(phases: Phases, x: number): number {
  if (x <= 0) return 1;
  if (x > MANY) return survivalOfMany(phases, x);
  const { most, shareBeyond } = phases;
  const middle = Math.floor(x);
  const atMiddle = Math.exp(middle * Math.log(x) - x - logGamma(middle + 1));
  let sum = 0;
  for (let i = middle, pmf = atMiddle; i >= 0 && pmf > 1e-12; pmf *= i / x, i--) {
    sum += pmf * shareBeyond(i);
  }
  for (let i = middle + 1, pmf = (atMiddle * x) / i; i < most && pmf > 1e-12;) {
    sum += pmf * shareBeyond(i);
    i += 1;
    pmf *= x / i;
  }
  return sum;
}

/** Least number of phases from which departures count as normal. */
const MANY = 2000;
const STEPS = 256;
const SPREAD = 7;

/** P(wait > x phases) as the sum over all numbers of departures, by a few points of their distribution. */
function survivalOfMany({ shareBeyond }: Phases, x: number): number {
  let [sum, weights] = [0, 0];
  for (let i = 0; i < STEPS; i++) {
    const z = SPREAD * ((2 * i + 1) / STEPS - 1);
    const weight = Math.exp((-z * z) / 2);
    sum += weight * shareBeyond(Math.round(x + z * Math.sqrt(x)));
    weights += weight;
  }
  return sum / weights;
}
