/**
 * Poisson arrivals to one or more servers that work as one: k requests in the system, spread over m servers
 * as evenly as whole requests can be. For one server it is the exact state-dependent queue for exponential work
 * (Kleinrock 1975, chapter 3), and without a queue for work of any distribution (Sevast'yanov 1957). For
 * several it is least-busy routing at its best: no request waits while another server has a free slot.
 */
import { solveSteadyState } from './steadyState';
import type { BirthDeath } from './steadyState';
import { queueFigures } from './queueFigures';
import type { QueueFigures } from './queueFigures';

/** Servers that share the requests in flight evenly. */
export interface PooledServers {
  /** From 1. */
  readonly servers: number;
  /** Slots of one server, from 1. */
  readonly slots: number;
  /** Places in the queue of one server; Infinity where nothing is turned away. */
  readonly maxQueue: number;
  /** X(b): requests a second of one server with b in service, 0 < b <= slots; whole where a chain asks. */
  readonly throughput: (b: number) => number;
}

export interface OpenNodes extends PooledServers {
  /** Requests a second to all servers together. */
  readonly arrivalRate: number;
}

/** @returns undefined without a steady state: arrivals at or above m X(slots), and an endless queue. */
export function solveOpenNodes(nodes: OpenNodes): QueueFigures | undefined {
  const chain = openChain(nodes);
  const state = solveSteadyState(chain);
  return state && queueFigures(chain, state);
}

export function openChain(nodes: OpenNodes): BirthDeath {
  return { ...pool(nodes), arrivals: () => nodes.arrivalRate, arrivesEvenly: true };
}

/** Slots, room and departures of the servers together. */
export function pool(nodes: PooledServers): Omit<BirthDeath, 'arrivals' | 'arrivesEvenly'> {
  const { servers } = nodes;
  const slots = servers * nodes.slots;
  const rates = Array.from({ length: nodes.slots + 1 }, (_, b) => (b ? nodes.throughput(b) : 0));
  const full = servers * nodes.throughput(nodes.slots);
  return {
    slots,
    room: slots + servers * nodes.maxQueue,
    piece: servers,
    departures: (k) => {
      if (k >= slots) return full;
      // `more` servers have one request more than the others.
      const each = Math.floor(k / servers);
      const more = k - each * servers;
      return (servers - more) * (rates[each] ?? 0) + more * (rates[each + 1] ?? 0);
    },
  };
}
