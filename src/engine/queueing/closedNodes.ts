/**
 * Users who think, then need one of m servers that work as one: with k requests in flight the N - k others
 * send the next at (N - k) / Z. The machine-repair chain (Feller 1950;
 * Kleinrock 1975, chapter 3): exact for exponential think time and work on one server, which is the same
 * as exact load-dependent mean value analysis (Reiser and Lavenberg 1980) without its subtractions.
 * While no request queues, it holds for think time and work of any distribution (Baskett et al. 1975).
 */
import { pool } from './openNodes';
import type { PooledServers } from './openNodes';
import { solveSteadyState } from './steadyState';
import type { BirthDeath, SteadyState } from './steadyState';
import { queueFigures } from './queueFigures';
import type { QueueFigures } from './queueFigures';

export interface ClosedNodes extends PooledServers {
  /** A whole number, from 1. */
  readonly users: number;
  /** Mean seconds between an answer (or a rejection) and the same user's next request; 0: none. */
  readonly thinkTime: number;
}

export function solveClosedNodes(nodes: ClosedNodes): QueueFigures {
  const chain = closedChain(nodes);
  return queueFigures(chain, solveClosedChain(chain, nodes.thinkTime));
}

export function closedChain(nodes: ClosedNodes): BirthDeath {
  const { slots, room, departures, piece } = pool(nodes);
  return {
    // With fewer users than slots nothing ever queues; figures still count all slots.
    slots,
    room: Math.min(nodes.users, room),
    arrivals: (n) => Math.max(0, nodes.users - n) / nodes.thinkTime,
    arrivesEvenly: false,
    departures,
    piece,
  };
}

export function solveClosedChain(chain: BirthDeath, thinkTime: number): SteadyState {
  if (thinkTime === 0) return everyoneIn(chain);
  const state = solveSteadyState(chain);
  if (!state) throw new RangeError('a closed network always has a steady state');
  return state;
}

/** Without think time every user is always in, or asks again at once for the place that is taken. */
function everyoneIn({ room, arrivals }: BirthDeath): SteadyState {
  return {
    first: room,
    probabilities: Float64Array.of(1),
    queue: undefined,
    // 0 / 0 users a second where there is a place for everyone.
    fullProbability: arrivals(room) > 0 ? 1 : 0,
  };
}
