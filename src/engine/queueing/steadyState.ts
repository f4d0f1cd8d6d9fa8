/**
 * The steady state of a birth–death chain: n requests in the system, one more at `arrivals(n)`, one fewer
 * at `departures(n)`. P(n) is proportional to the product of arrivals(k - 1) / departures(k) for k = 1..n
 * (Kleinrock, Queueing Systems I, 1975, chapter 3).
 *
 * The products are summed as logarithms, with the rounding of each addition carried along (Neumaier 1974),
 * so that neither 100,000 states overflow nor tiny probabilities drown: nothing is ever subtracted.
 */

export interface BirthDeath {
  /** Slots of all servers: from here on requests queue, departures are constant, arrivals never rise. */
  readonly slots: number;
  /** Places in all, slots and queue; may be Infinity where arrivals are constant. At least `slots`. */
  readonly room: number;
  /** Arrivals a second with n in the system. */
  readonly arrivals: (n: number) => number;
  /** Departures a second with n in the system, n from 1. */
  readonly departures: (n: number) => number;
}

export interface SteadyState {
  /** P(n) for n from 0 to as far as it matters: what is left out weighs less than 1e-20. */
  readonly probabilities: Float64Array;
  /** Beyond the last of `probabilities` each state has this times the one before; 0 where there is none. */
  readonly tailRatio: number;
  /** P(room): every place is taken. */
  readonly fullProbability: number;
}

/** ln 1e-20. */
const NEGLIGIBLE = -46;
/** Below it an exponential is 0. */
const UNDERFLOW = -745;

/** @returns undefined without a steady state: more comes in than goes out, and nothing is turned away. */
export function solveSteadyState(chain: BirthDeath): SteadyState | undefined {
  const { slots, room, arrivals, departures } = chain;
  const logs = [0];
  let sum = 0;
  let carry = 0;
  let highest = 0;
  for (let n = 1; n <= room; n++) {
    const ratio = arrivals(n - 1) / departures(n);
    if (n > slots && room === Infinity) {
      return ratio < 1 ? normalise(logs, highest, ratio, -Infinity) : undefined;
    }
    if (n > slots && ratio < 1 && sum - Math.log1p(-ratio) < highest + NEGLIGIBLE) {
      // Queueing states: the ratio never rises again, so what is left is below a geometric series.
      return normalise(logs, highest, 0, sum + (room - n + 1) * Math.log(ratio));
    }
    const term = Math.log(ratio) + carry;
    const next = sum + term;
    carry = Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    logs.push(sum);
    if (sum > highest) highest = sum;
  }
  return normalise(logs, highest, 0, sum);
}

function normalise(
  logs: readonly number[],
  highest: number,
  tailRatio: number,
  fullLog: number,
): SteadyState {
  const probabilities = new Float64Array(logs.length);
  let total = 0;
  logs.forEach((log, n) => {
    if (log - highest < UNDERFLOW) return;
    const weight = Math.exp(log - highest);
    probabilities[n] = weight;
    total += weight;
  });
  total += ((probabilities.at(-1) ?? 0) * tailRatio) / (1 - tailRatio);
  for (let n = 0; n < probabilities.length; n++) probabilities[n] = (probabilities[n] ?? 0) / total;
  return { probabilities, tailRatio, fullProbability: Math.exp(fullLog - highest) / total };
}
