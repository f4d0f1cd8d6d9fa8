/**
 * The steady state of a birth–death chain: n requests in the system, one more at `arrivals(n)`, one fewer
 * at `departures(n)`. P(n) is proportional to the product of arrivals(k - 1) / departures(k) for k = 1..n
 * (Kleinrock, Queueing Systems I, 1975, chapter 3).
 *
 * A fleet is nearly always within a few standard deviations of where it is in balance. So the chain is walked from its
 * modes in both directions as far as it matters, each state by its ratio to the one before: nothing is subtracted, and
 * time goes with the root of the number of states. Where requests queue that arrive at a constant rate, the states are
 * one geometric series, and are not walked at all.
 */
import { logOfSeries, shareOfLast, type GeometricSeries } from './geometricSeries';
import { findModes } from './modes';

export interface BirthDeath {
  /** Slots of all servers: from here on requests queue, and departures are constant. */
  readonly slots: number;
  /** Places in all, slots and queue; may be Infinity where arrivals are even. At least `slots`. */
  readonly room: number;
  /** Arrivals a second with n in the system: a straight line that never rises. */
  readonly arrivals: (n: number) => number;
  /** Whether they are the same for all n. */
  readonly arrivesEvenly: boolean;
  /** Departures a second with n in the system, n from 1. */
  readonly departures: (n: number) => number;
  /** Departures are a straight line from each multiple of this to the next, up to the slots. */
  readonly piece: number;
}

export interface SteadyState {
  /** n of the first of `probabilities`. */
  readonly first: number;
  /** P(first + i) as far as it matters: what is left out weighs less than 1e-20. */
  readonly probabilities: Float64Array;
  /** States beyond the slots, where they are one series: `probabilities` end at the slots then. */
  readonly queue: GeometricQueue | undefined;
  /** P(room): every place is taken. */
  readonly fullProbability: number;
}

export interface GeometricQueue extends GeometricSeries {
  /** That any request queues. */
  readonly probability: number;
}

/** @returns undefined without a steady state: more comes in than goes out, and nothing is turned away. */
export function solveSteadyState(chain: BirthDeath): SteadyState | undefined {
  const { slots, room, arrivals, arrivesEvenly, departures } = chain;
  const series = { ratio: arrivals(slots) / departures(slots), places: room - slots };
  if (room === Infinity && !(series.ratio < 1)) return undefined;
  const walked = walk(chain, arrivesEvenly ? slots : room);
  const { first, weights, logOfLast } = walked;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = first + weights.length - 1;
  if (!arrivesEvenly || last < slots || room === slots) {
    const probabilities = Float64Array.from(weights, (weight) => weight / total);
    const fullProbability = last === room ? (probabilities.at(-1) ?? 0) : 0;
    return { first, probabilities, queue: undefined, fullProbability };
  }
  // by what is in slots, of which the queue may be more times than a number can hold
  const logOfQueue = logOfLast + logOfSeries(series) - Math.log(total);
  const probability = 1 / (1 + Math.exp(-logOfQueue));
  const scale = 1 / (1 + Math.exp(logOfQueue)) / total;
  return {
    first,
    probabilities: Float64Array.from(weights, (weight) => weight * scale),
    queue: { ...series, probability },
    fullProbability: probability * shareOfLast(series),
  };
}

interface Walked {
  /** The state of the first of `weights`. */
  readonly first: number;
  /** By the highest between the modes. */
  readonly weights: readonly number[];
  /** ln of the last of them, which may be too small for a number. */
  readonly logOfLast: number;
}

/** Share of the most probable state that may be left out. */
const NEGLIGIBLE = 1e-20;

/** The states that matter, none of them beyond `end`. */
function walk(chain: BirthDeath, end: number): Walked {
  const { slots, arrivals, arrivesEvenly, departures } = chain;
  const { lowest, highest } = findModes(chain, end);
  const logs = logsBetween(chain, lowest, highest);
  const weights: number[] = [];
  let weight = Math.exp(logs[0] ?? 0);
  // those below weigh no more, each
  for (let n = lowest; n * weight > NEGLIGIBLE; n--) {
    weight *= departures(n) / arrivals(n - 1);
    weights.push(weight);
  }
  weights.reverse();
  const first = lowest - weights.length;
  let logOfLast = logs.at(-1) ?? 0;
  for (const log of logs) weights.push(Math.exp(log));
  weight = Math.exp(logOfLast);
  const queueing = arrivesEvenly ? 1 / (1 - arrivals(slots) / departures(slots)) : end - slots;
  for (let n = highest; n < end; n++) {
    const ratio = arrivals(n) / departures(n + 1);
    // those above weigh no more, each; in a queue their ratio never rises again
    const above = n < slots ? slots - n + queueing : Math.min(end - n, 1 / (1 - ratio));
    if (!(ratio * weight * above > NEGLIGIBLE)) break;
    weight *= ratio;
    weights.push(weight);
    logOfLast = Math.log(weight);
  }
  return { first, weights, logOfLast };
}

/** ln of the weights between two modes: a valley may be too deep for a number. The highest is 0. */
function logsBetween(
  { arrivals, departures }: BirthDeath,
  lowest: number,
  highest: number,
): readonly number[] {
  const logs = [0];
  let sum = 0;
  let carry = 0;
  for (let n = lowest + 1; n <= highest; n++) {
    // with the rounding of each addition carried along (Neumaier 1974)
    const term = Math.log(arrivals(n - 1) / departures(n)) + carry;
    const next = sum + term;
    carry = Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    logs.push(sum);
  }
  const most = logs.reduce((a, b) => Math.max(a, b), 0);
  return logs.map((log) => log - most);
}
