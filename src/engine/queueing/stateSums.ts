/**
 * Weighted sums over the states of a birth–death chain. P(n) is proportional to the product of arrivals(k - 1) /
 * departures(k) for k = 1..n (Kleinrock, Queueing Systems I, 1975, chapter 3).
 *
 * A fleet is nearly always within a few standard deviations of its balance. So the chain is walked from its modes in
 * both directions, each state by its ratio to the one before. Nothing is subtracted. A queue that is one geometric
 * series is not walked at all: `geometricQueue.ts` adds it.
 *
 * Beyond some thousand requests in flight the walk takes strides: a fraction of a standard deviation, within which the
 * weights are one geometric series. So its length does not grow with the number of states.
 */
import { arrivalsAt, departuresAt, type BirthDeath } from './birthDeath';
import { Departures } from './departures';
import { findModes, type Modes } from './modes';

/** Weight that may be left out on either side, relative to the most probable state. */
export const NEGLIGIBLE = 1e-17;

/** Sums relative to the weight of the highest mode. Divided by `total` they are means. */
export class StateSums {
  total = 0;
  /**
   * Sums over states without a queue: requests in slots, answers a second, squared requests divided by answers a
   * second, and cubed requests divided by their square.
   */
  active = 0;
  throughput = 0;
  squaresByThroughput = 0;
  cubesByThroughput = 0;
  /** Weight of states in which requests queue, and number of queueing requests. */
  queueing = 0;
  queued = 0;
  /** Highest state that counts, and ln of its weight, which may be too small for a number. */
  last = 0;
  logOfLast = 0;

  constructor(private readonly slots: number) {}

  add(n: number, weight: number, departures: number): void {
    this.total += weight;
    if (n > this.slots) {
      this.queueing += weight;
      this.queued += (n - this.slots) * weight;
    } else if (n > 0) {
      const active = n * weight;
      this.active += active;
      this.throughput += departures * weight;
      const squares = (n * active) / departures;
      this.squaresByThroughput += squares;
      this.cubesByThroughput += (n * squares) / departures;
    }
  }
}

/** Sums of a chain; with open arrivals those of the states up to the slots. */
export function sumStates(chain: BirthDeath): StateSums {
  const { room, arrivalRate } = chain;
  // without think time every user is always in, or sends again at once for the place that is taken
  const always = { lowest: room, highest: room };
  const modes = arrivalRate === Infinity ? always : findModes(chain, lastToWalk(chain));
  const between = logsBetween(chain, modes);
  const sums = new StateSums(chain.slots);
  addBelow(sums, chain, modes.lowest, Math.exp(between.logs[0] ?? 0));
  addBetween(sums, chain, between);
  addAbove(sums, chain, modes.highest, between.logs.at(-1) ?? 0);
  return sums;
}

function lastToWalk({ users, slots, room }: BirthDeath): number {
  return users === undefined ? slots : room;
}

/** Strides in a standard deviation of the number in flight, which is about the root of that number. */
const STRIDES_PER_DEVIATION = 32;

/**
 * States from n to the next one that is looked at, upwards. Arrivals and departures change little over it: their ratio
 * changes over as many states as are in flight, or as users are left to arrive.
 * @param most States to the one that must not be passed.
 */
function strideFrom(
  chain: BirthDeath,
  n: number,
  most: number,
  perDeviation = STRIDES_PER_DEVIATION,
): number {
  // a queue begins at the slots, where departures no longer grow
  const toSlots = n < chain.slots ? chain.slots - n : Infinity;
  return Math.max(1, Math.min(strideAround(chain, n, perDeviation), most, toSlots));
}

/** Same, downwards. */
function strideBelow(chain: BirthDeath, n: number): number {
  const toSlots = n > chain.slots ? n - chain.slots - 1 : Infinity;
  return Math.max(1, Math.min(strideAround(chain, n, STRIDES_PER_DEVIATION), n, toSlots));
}

function strideAround({ users }: BirthDeath, n: number, perDeviation: number): number {
  const scale = users === undefined ? n : Math.min(n, users - n);
  return Math.floor(Math.sqrt(scale) / perDeviation);
}

/** Adds states below a mode. None of them weighs more than the one above it. */
function addBelow(sums: StateSums, chain: BirthDeath, mode: number, weightOfMode: number): void {
  const departures = new Departures(chain, mode);
  let weight = weightOfMode;
  for (let n = mode; n * weight > NEGLIGIBLE;) {
    const stride = strideBelow(chain, n);
    if (stride === 1) {
      weight *= departures.perSecond;
      departures.down();
      weight /= arrivalsAt(chain, n - 1, departures.perSecond);
      sums.add(n - 1, weight, departures.perSecond);
    } else {
      const middle = n - (stride - 1) / 2;
      const ratio = 1 / ratioFrom(chain, middle - 1);
      addSpan(sums, chain, n - (stride + 1) / 2, weight, { ratio, stride });
      weight *= ratio ** stride;
      departures.moveTo(n - stride);
    }
    n -= stride;
  }
}

/**
 * Adds states above a mode. None of them weighs more than the one below it. In a queue their ratio never rises again.
 */
function addAbove(sums: StateSums, chain: BirthDeath, mode: number, logOfMode: number): void {
  const { slots } = chain;
  const end = lastToWalk(chain);
  const queueing = weightOfQueue(chain);
  const departures = new Departures(chain, mode);
  let weight = Math.exp(logOfMode);
  let n = mode;
  while (n < end) {
    const stride = strideFrom(chain, n, end - n);
    let ratio: number;
    if (stride === 1) {
      const arrivals = arrivalsAt(chain, n, departures.perSecond);
      departures.up();
      ratio = arrivals / departures.perSecond;
    } else {
      ratio = ratioInMiddle(chain, n, stride);
    }
    const above = n < slots ? slots - n + queueing : Math.min(end - n, 1 / (1 - ratio));
    if (!(ratio * weight * above > NEGLIGIBLE)) break;
    if (stride === 1) {
      weight *= ratio;
      sums.add(n + 1, weight, departures.perSecond);
    } else {
      addSpan(sums, chain, n + (stride + 1) / 2, weight, { ratio, stride });
      weight *= ratio ** stride;
      departures.moveTo(n + stride);
    }
    n += stride;
  }
  sums.last = n;
  sums.logOfLast = n === mode ? logOfMode : Math.log(weight);
}

/** Mean ratio of the states above n to the one below each. */
function ratioInMiddle(chain: BirthDeath, n: number, stride: number): number {
  return ratioFrom(chain, n + (stride - 1) / 2);
}

/** Weight of the state above n, as a share of that of n. */
function ratioFrom(chain: BirthDeath, n: number): number {
  return arrivalsAt(chain, n, departuresAt(chain, n)) / departuresAt(chain, n + 1);
}

interface Span {
  /** Ratio of each state to the one before. */
  readonly ratio: number;
  /** Number of states. */
  readonly stride: number;
}

/**
 * Adds the states of a stride as one geometric series, at their middle.
 * @param weight Weight of the state before them.
 */
function addSpan(
  sums: StateSums,
  chain: BirthDeath,
  middle: number,
  weight: number,
  { ratio, stride }: Span,
): void {
  const log = Math.log(ratio);
  const terms = log === 0 ? stride : (ratio * Math.expm1(stride * log)) / Math.expm1(log);
  sums.add(middle, weight * terms, departuresAt(chain, middle));
}

/** Upper bound of the weight of all states beyond the slots, relative to that at the slots. */
function weightOfQueue(chain: BirthDeath): number {
  const { slots, room, users } = chain;
  if (users !== undefined) return room - slots;
  const ratio = arrivalsAt(chain, slots, chain.full) / chain.full;
  return ratio < 1 ? 1 / (1 - ratio) : Infinity;
}

/** States from mode to mode that are looked at: ln of their weights, of which the highest is 0. */
interface Looked {
  readonly states: readonly number[];
  readonly logs: readonly number[];
}

/** States between two modes from which strides are longer: most of them weigh nothing. */
const WIDE = 1024;
const STRIDES_BETWEEN_MODES = 6;

/** Looks at the states from mode to mode. Their weights are kept as ln, since a valley may be too deep for a number. */
function logsBetween(chain: BirthDeath, { lowest, highest }: Modes): Looked {
  const states = [lowest];
  const logs = [0];
  const perDeviation = highest - lowest > WIDE ? STRIDES_BETWEEN_MODES : STRIDES_PER_DEVIATION;
  let [sum, carry, most] = [0, 0, 0];
  for (let n = lowest; n < highest;) {
    const stride = strideFrom(chain, n, highest - n, perDeviation);
    // with the rounding of each addition added to the next one (Neumaier 1974)
    const term = stride * Math.log(ratioInMiddle(chain, n, stride)) + carry;
    const next = sum + term;
    carry = Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    n += stride;
    states.push(n);
    logs.push(sum);
    most = Math.max(most, sum);
  }
  for (let i = 0; i < logs.length; i++) logs[i] = (logs[i] ?? 0) - most;
  return { states, logs };
}

/** ln of a weight that may be left out. */
const LOG_NEGLIGIBLE = Math.log(NEGLIGIBLE) - 10;

function addBetween(sums: StateSums, chain: BirthDeath, { states, logs }: Looked): void {
  for (let i = 0; i < states.length; i++) {
    const n = states[i] ?? 0;
    const log = logs[i] ?? 0;
    const before = i === 0 ? n - 1 : (states[i - 1] ?? 0);
    const logBefore = i === 0 ? log : (logs[i - 1] ?? 0);
    const stride = n - before;
    if (Math.max(log, logBefore) < LOG_NEGLIGIBLE) continue;
    if (stride === 1) sums.add(n, Math.exp(log), departuresAt(chain, n));
    else {
      const ratio = Math.exp((log - logBefore) / stride);
      addSpan(sums, chain, n - (stride - 1) / 2, Math.exp(logBefore), { ratio, stride });
    }
  }
}
