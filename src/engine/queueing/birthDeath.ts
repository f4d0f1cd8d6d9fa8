/**
 * A birth–death chain of servers that share the requests in flight as evenly as whole requests can be. With n in the
 * system, one more arrives at the rate `arrivalsAt` and one leaves at the rate `departuresAt`. Stored as data instead
 * of functions, since a search walks through millions of its states.
 *
 * Open arrivals may come in batches of geometric size: each request is followed at once by another with the probability
 * `together` (r). Such a chain skips states upwards, but has the same probabilities as a birth–death chain. The flow up
 * between n and n + 1 is c(n) = D(n + 1) P(n + 1). By geometric sizes, c(n) = r c(n - 1) + (1 - r) rate P(n). So births
 * at n are (1 - r) rate + r D(n), with D the departures (cut equations: Kleinrock, Queueing Systems I, 1975, 4.5).
 */

/** Queue part of a chain: the departure rate there is constant, whatever the length of the queue. */
export interface ChainQueue {
  /** Slots of all servers. Requests beyond them queue. */
  readonly slots: number;
  /** Places in all, slots and queue; may be Infinity with open arrivals. At least `slots`, or the users. */
  readonly room: number;
  /** Answers a second with every slot busy. */
  readonly full: number;
  /** Users, each of whom arrives at `arrivalRate` while not in the system; undefined with open arrivals. */
  readonly users: number | undefined;
  /** Arrivals a second of one user, or of all requests together. */
  readonly arrivalRate: number;
  /** Share of open arrivals that come at the same moment as the one before: from 0, at random, to below 1. */
  readonly together: number;
}

export interface BirthDeath extends ChainQueue {
  readonly servers: number;
  /** X(b): requests a second of one server with b in service, from 0 to its slots or further. */
  readonly rates: Float64Array;
  /** True if a server with more in service never answers fewer a second. */
  readonly neverSlows: boolean;
}

/** Queue part of a chain, without the rates of servers that are not full. Those take more memory than all figures. */
export function queueOf(chain: BirthDeath): ChainQueue {
  const { slots, room, full, users, arrivalRate, together } = chain;
  return { slots, room, full, users, arrivalRate, together };
}

/**
 * Requests a second that arrive with n in the system. Of users it is a straight line that never rises.
 * @param departures Answers a second with n in the system.
 */
export function arrivalsAt(
  { users, arrivalRate, together }: ChainQueue,
  n: number,
  departures: number,
): number {
  if (users !== undefined) return Math.max(0, users - n) * arrivalRate;
  return (1 - together) * arrivalRate + together * departures;
}

/** Answers a second with n in the system: a straight line from each multiple of the servers to the next. */
export function departuresAt({ servers, slots, rates }: BirthDeath, n: number): number {
  const most = Math.min(n, slots);
  const each = Math.floor(most / servers);
  // number of servers that have one request more than the others
  const more = most - each * servers;
  const rate = rates[each] ?? 0;
  return more === 0 ? servers * rate : (servers - more) * rate + more * (rates[each + 1] ?? 0);
}
