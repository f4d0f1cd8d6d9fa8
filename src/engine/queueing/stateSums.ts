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
  addBelow(sums, chain, modes.lowest, Math.exp(between[0]?.log ?? 0));
  addBetween(sums, chain, between);
  addAbove(sums, chain, modes.highest, between.at(-1)?.log ?? 0);
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
function strideFrom({ users, slots }: BirthDeath, n: number, most: number): number {
  const scale = users === undefined ? n : Math.min(n, users - n);
  const stride = Math.floor(Math.sqrt(scale) / STRIDES_PER_DEVIATION);
  // a queue begins at the slots, where departures no longer grow
  const toSlots = n < slots ? slots - n : Infinity;
  return Math.max(1, Math.min(stride, most, toSlots));
}

/** Same, downwards. */
function strideBelow({ users, slots }: BirthDeath, n: number): number {
  const scale = users === undefined ? n : Math.min(n, users - n);
  const stride = Math.floor(Math.sqrt(scale) / STRIDES_PER_DEVIATION);
  const toSlots = n > slots ? n - slots - 1 : Infinity;
  return Math.max(1, Math.min(stride, n, toSlots));
}

/** Adds states below a mode. None of them weighs more than the one above it. */
function addBelow(sums: StateSums, chain: BirthDeath, mode: number, weightOfMode: number): void {
  const departures = new Departures(chain, mode);
  let weight = weightOfMode;
  for (let n = mode; n * weight > NEGLIGIBLE;) {
    const stride = strideBelow(chain, n);
    if (stride === 1) {
      weight *= departures.perSecond / arrivalsAt(chain, n - 1);
      departures.down();
      sums.add(n - 1, weight, departures.perSecond);
    } else {
      const middle = n - (stride - 1) / 2;
      const ratio = departuresAt(chain, middle) / arrivalsAt(chain, middle - 1);
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
      departures.up();
      ratio = arrivalsAt(chain, n) / departures.perSecond;
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
  const middle = n + (stride - 1) / 2;
  return arrivalsAt(chain, middle) / departuresAt(chain, middle + 1);
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
  return 1 / (1 - arrivalsAt(chain, slots) / chain.full);
}

/** State that is looked at, with ln of its weight and the stride to it from the one before. */
interface Looked {
  readonly n: number;
  readonly log: number;
  readonly span: Span;
}

/** Most strides from the lowest mode to the highest. */
const MOST_STRIDES = 4096;

/** States from mode to mode. Their weights are kept as ln, since a valley may be too deep for a number. The highest is 0. */
function logsBetween(chain: BirthDeath, { lowest, highest }: Modes): readonly Looked[] {
  const states: Looked[] = [{ n: lowest, log: 0, span: { ratio: 1, stride: 1 } }];
  const longest = Math.ceil((highest - lowest) / MOST_STRIDES);
  let sum = 0;
  let carry = 0;
  for (let n = lowest; n < highest;) {
    const most = Math.min(highest - n, n < chain.slots ? chain.slots - n : Infinity);
    const stride = Math.min(most, Math.max(longest, strideFrom(chain, n, most)));
    const ratio = ratioInMiddle(chain, n, stride);
    // with the rounding of each addition added to the next one (Neumaier 1974)
    const term = stride * Math.log(ratio) + carry;
    const next = sum + term;
    carry = Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    n += stride;
    states.push({ n, log: sum, span: { ratio, stride } });
  }
  const most = states.reduce((max, { log }) => Math.max(max, log), 0);
  return states.map((state) => ({ ...state, log: state.log - most }));
}

function addBetween(sums: StateSums, chain: BirthDeath, states: readonly Looked[]): void {
  states.forEach(({ n, log, span }, i) => {
    const before = states[i - 1];
    if (!before || span.stride === 1) sums.add(n, Math.exp(log), departuresAt(chain, n));
    else {
      const middle = n - (span.stride - 1) / 2;
      addSpan(sums, chain, middle, Math.exp(before.log), span);
    }
  });
}
