/**
 * The states of a birth–death chain that matter. P(n) is proportional to the product of arrivals(k - 1) / departures(k)
 * for k = 1..n (Kleinrock, Queueing Systems I, 1975, chapter 3).
 *
 * A fleet is nearly always within a few standard deviations of where it is in balance. So the chain is walked from its
 * modes in both directions, each state by its ratio to the one before: nothing is subtracted, and time goes with the
 * root of the number of states. A queue that is one geometric series is not walked at all: `geometricQueue.ts` adds it.
 */
import { arrivalsAt, departuresAt, type BirthDeath } from './birthDeath';
import { findModes, type Modes } from './modes';

/** An object, not a function: it is called for millions of states. */
export interface StateVisitor {
  /** @param weight By the highest of the modes. */
  visit(n: number, weight: number, departures: number): void;
}

export interface Walked {
  /** The highest state that was visited. */
  readonly last: number;
  /** ln of its weight, which may be too small for a number. */
  readonly logOfLast: number;
}

/** What is left out on either side, by the most probable state. */
const NEGLIGIBLE = 1e-20;

/** From the lowest mode down, and then from there up; with open arrivals no further than to the slots. */
export function walkStates(chain: BirthDeath, visitor: StateVisitor): Walked {
  const { lowest, highest } = modesOf(chain);
  const logs = logsBetween(chain, lowest, highest);
  visitBelow(chain, lowest, Math.exp(logs[0] ?? 0), visitor);
  logs.forEach((log, i) => {
    const n = lowest + i;
    visitor.visit(n, Math.exp(log), departuresAt(chain, n));
  });
  return visitAbove(chain, highest, logs.at(-1) ?? 0, visitor);
}

function modesOf(chain: BirthDeath): Modes {
  const { room, arrivalRate } = chain;
  // without think time every user is always in, or asks again at once for the place that is taken
  if (arrivalRate === Infinity) return { lowest: room, highest: room };
  return findModes(chain, lastToWalk(chain));
}

function lastToWalk({ users, slots, room }: BirthDeath): number {
  return users === undefined ? slots : room;
}

/** None of them weighs more than the one above it. */
function visitBelow(
  chain: BirthDeath,
  mode: number,
  weightOfMode: number,
  visitor: StateVisitor,
): void {
  let weight = weightOfMode;
  let departures = departuresAt(chain, mode);
  for (let n = mode; n * weight > NEGLIGIBLE; n--) {
    weight *= departures / arrivalsAt(chain, n - 1);
    departures = departuresAt(chain, n - 1);
    visitor.visit(n - 1, weight, departures);
  }
}

/** None of them weighs more than the one below it, and in a queue their ratio never rises again. */
function visitAbove(
  chain: BirthDeath,
  mode: number,
  logOfMode: number,
  visitor: StateVisitor,
): Walked {
  const { slots } = chain;
  const end = lastToWalk(chain);
  const queueing = weightOfQueue(chain);
  let weight = Math.exp(logOfMode);
  let n = mode;
  for (; n < end; n++) {
    const departures = departuresAt(chain, n + 1);
    const ratio = arrivalsAt(chain, n) / departures;
    const above = n < slots ? slots - n + queueing : Math.min(end - n, 1 / (1 - ratio));
    if (!(ratio * weight * above > NEGLIGIBLE)) break;
    weight *= ratio;
    visitor.visit(n + 1, weight, departures);
  }
  return { last: n, logOfLast: n === mode ? logOfMode : Math.log(weight) };
}

/** All states beyond the slots by that of the slots, or more. */
function weightOfQueue(chain: BirthDeath): number {
  const { slots, room, users } = chain;
  if (users !== undefined) return room - slots;
  return 1 / (1 - arrivalsAt(chain, slots) / departuresAt(chain, slots));
}

/** ln of the weights from mode to mode: a valley may be too deep for a number. The highest is 0. */
function logsBetween(chain: BirthDeath, lowest: number, highest: number): readonly number[] {
  const logs = [0];
  let sum = 0;
  let carry = 0;
  for (let n = lowest + 1; n <= highest; n++) {
    // with the rounding of each addition carried along (Neumaier 1974)
    const term = Math.log(arrivalsAt(chain, n - 1) / departuresAt(chain, n)) + carry;
    const next = sum + term;
    carry = Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    logs.push(sum);
  }
  const most = logs.reduce((a, b) => Math.max(a, b), 0);
  return logs.map((log) => log - most);
}
