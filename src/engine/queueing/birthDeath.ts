/**
 * A birth–death chain of servers that share the requests in flight as evenly as whole requests can be. With n in the
 * system, one more arrives at the rate `arrivalsAt` and one leaves at the rate `departuresAt`. Stored as data instead
 * of functions, since a search walks through millions of its states.
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
}

export interface BirthDeath extends ChainQueue {
  readonly servers: number;
  /** X(b): requests a second of one server with b in service, from 0 to its slots or further. */
  readonly rates: Float64Array;
  /** True if a server with more in service never answers fewer a second. */
  readonly neverSlows: boolean;
}

/** Queue part of a chain, without the rates of servers that are not full. Those take more memory than all figures. */
export function queueOf({ slots, room, full, users, arrivalRate }: BirthDeath): ChainQueue {
  return { slots, room, full, users, arrivalRate };
}

/** Requests a second that arrive with n in the system: a straight line that never rises. */
export function arrivalsAt({ users, arrivalRate }: ChainQueue, n: number): number {
  return users === undefined ? arrivalRate : Math.max(0, users - n) * arrivalRate;
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
