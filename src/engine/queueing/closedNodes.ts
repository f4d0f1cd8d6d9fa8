/**
 * Users who think, then need one of m servers that work as one. With k requests in flight, the N - k others send the
 * next at the rate (N - k) / Z. This is the machine-repair chain (Feller 1950; Kleinrock 1975, chapter 3), exact for
 * exponential think time and work on one server. It equals exact load-dependent mean value analysis (Reiser and
 * Lavenberg 1980) without its subtractions. While no request queues, it is exact for think time and work of any
 * distribution (Baskett et al. 1975).
 */
import type { BirthDeath } from './birthDeath';
import { pool } from './openNodes';
import type { Pool, PooledServers } from './openNodes';
import { queueFigures } from './queueFigures';
import type { QueueFigures } from './queueFigures';

export interface ClosedNodes extends PooledServers {
  /** Number of users: whole, from 1. */
  readonly users: number;
  /** Mean seconds between an answer (or a rejection) and the same user's next request; 0 for none. */
  readonly thinkTime: number;
}

export function solveClosedNodes(nodes: ClosedNodes): QueueFigures {
  return closedFigures(closedChain(pool(nodes), nodes.users, nodes.thinkTime));
}

export function closedChain(servers: Pool, users: number, thinkTime: number): BirthDeath {
  // With fewer users than slots nothing ever queues; figures still count all slots.
  const room = Math.min(users, servers.room);
  return { ...servers, room, users, arrivalRate: 1 / thinkTime, together: 0 };
}

export function closedFigures(chain: BirthDeath): QueueFigures {
  const figures = queueFigures(chain);
  if (!figures) throw new RangeError('a closed network always has a steady state');
  return figures;
}
