/**
 * Poisson arrivals, of single requests or of batches, to one or more servers that work as one. The k requests in the
 * system are spread over m servers as evenly as whole requests can be. For one server it is the exact state-dependent queue for exponential work (Kleinrock
 * 1975, chapter 3). Without a queue it is exact for work of any distribution (Sevast'yanov 1957). For several servers
 * it is ideal least-busy routing: no request waits while another server has a free slot.
 */
import type { BirthDeath } from './birthDeath';
import { queueFigures } from './queueFigures';
import type { QueueFigures } from './queueFigures';
import { rateTable } from './rateTable';

/** Servers that share the requests in flight evenly. */
export interface PooledServers {
  /** Number of servers, from 1. */
  readonly servers: number;
  /** Slots of one server, from 1. */
  readonly slots: number;
  /** Places in the queue of one server; Infinity if nothing is rejected. */
  readonly maxQueue: number;
  /** X(b): requests a second of one server with b in service, 0 < b <= slots. A chain only uses whole b. */
  readonly throughput: (b: number) => number;
}

export interface OpenNodes extends PooledServers {
  /** Requests a second to all servers together. */
  readonly arrivalRate: number;
  /** Share of them that come at the same moment as the one before; 0 if not given. */
  readonly together?: number;
}

/**
 * Solves the chain.
 * @returns undefined without a steady state: an endless queue and arrivals at or above m X(slots).
 */
export function solveOpenNodes(nodes: OpenNodes): QueueFigures | undefined {
  return queueFigures(openChain(nodes));
}

export function openChain(nodes: OpenNodes): BirthDeath {
  const { arrivalRate, together = 0 } = nodes;
  return { ...pool(nodes), users: undefined, arrivalRate, together };
}

export type Pool = Omit<BirthDeath, 'users' | 'arrivalRate' | 'together'>;

/** Slots, room and speed of the servers together. */
export function pool(nodes: PooledServers): Pool {
  const { servers, throughput, maxQueue } = nodes;
  const slots = servers * nodes.slots;
  const { rates, firstFall } = rateTable(throughput, nodes.slots);
  const neverSlows = firstFall > nodes.slots;
  const full = servers * (rates[nodes.slots] ?? 0);
  return { servers, slots, room: slots + servers * maxQueue, rates, full, neverSlows };
}
