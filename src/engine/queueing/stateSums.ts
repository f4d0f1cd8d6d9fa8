/**
 * Weighted sums over the states of a birth–death chain. P(n) is proportional to the product of arrivals(k - 1) /
 * departures(k) for k = 1..n (Kleinrock, Queueing Systems I, 1975, chapter 3).
 *
 * A fleet is nearly always within a few standard deviations of its balance. So the chain is walked from its modes in
 * both directions, each state by its ratio to the one before. Nothing is subtracted, and time grows with the root of
 * the number of states. A queue that is one geometric series is not walked at all: `geometricQueue.ts` adds it.
 */
import { arrivalsAt, departuresAt, type BirthDeath } from './birthDeath';
import { Departures } from './departures';
import { findModes } from './modes';

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
  const logs = logsBetween(chain, modes.lowest, modes.highest);
  const sums = new StateSums(chain.slots);
  addBelow(sums, chain, modes.lowest, Math.exp(logs[0] ?? 0));
  logs.forEach((log, i) => {
    const n = modes.lowest + i;
    sums.add(n, Math.exp(log), departuresAt(chain, n));
  });
  addAbove(sums, chain, modes.highest, logs.at(-1) ?? 0);
  return sums;
}

function lastToWalk({ users, slots, room }: BirthDeath): number {
  return users === undefined ? slots : room;
}

/** Adds states below a mode. None of them weighs more than the one above it. */
function addBelow(sums: StateSums, chain: BirthDeath, mode: number, weightOfMode: number): void {
  const departures = new Departures(chain, mode);
  let weight = weightOfMode;
  for (let n = mode; n * weight > NEGLIGIBLE; n--) {
    weight *= departures.perSecond / arrivalsAt(chain, n - 1);
    departures.down();
    sums.add(n - 1, weight, departures.perSecond);
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
  for (; n < end; n++) {
    departures.up();
    const ratio = arrivalsAt(chain, n) / departures.perSecond;
    const above = n < slots ? slots - n + queueing : Math.min(end - n, 1 / (1 - ratio));
    if (!(ratio * weight * above > NEGLIGIBLE)) break;
    weight *= ratio;
    sums.add(n + 1, weight, departures.perSecond);
  }
  sums.last = n;
  sums.logOfLast = n === mode ? logOfMode : Math.log(weight);
}

/** Upper bound of the weight of all states beyond the slots, relative to that at the slots. */
function weightOfQueue(chain: BirthDeath): number {
  const { slots, room, users } = chain;
  if (users !== undefined) return room - slots;
  return 1 / (1 - arrivalsAt(chain, slots) / chain.full);
}

/** ln of the weights from mode to mode, since a valley may be too deep for a number. The highest is 0. */
function logsBetween(chain: BirthDeath, lowest: number, highest: number): readonly number[] {
  const logs = [0];
  let sum = 0;
  let carry = 0;
  for (let n = lowest + 1; n <= highest; n++) {
    // with the rounding of each addition added to the next one (Neumaier 1974)
    const term = Math.log(arrivalsAt(chain, n - 1) / departuresAt(chain, n)) + carry;
    const next = sum + term;
    carry = Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    logs.push(sum);
  }
  const most = logs.reduce((a, b) => Math.max(a, b), 0);
  return logs.map((log) => log - most);
}
