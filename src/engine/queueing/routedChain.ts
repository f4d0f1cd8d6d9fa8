/**
 * Chain of a fleet behind a router. Least-busy routing pools the servers. With other routings one server represents
 * all. Open: each server gets its share of the arrivals. Closed: each user comes to it every m-th time on average.
 */
import type { Routing } from '../plan/plan';
import { ROUTING_TRAITS } from '../plan/routings';
import { queueOf, type ChainQueue } from './birthDeath';
import { closedChain, closedFigures } from './closedNodes';
import { findRoot } from './fixedPoint';
import { openChain, pool } from './openNodes';
import type { OpenNodes, PooledServers } from './openNodes';
import { queueFigures } from './queueFigures';
import type { QueueFigures } from './queueFigures';

export type Arrivals =
  | { readonly kind: 'closed'; readonly users: number; readonly thinkTime: number }
  | {
      readonly kind: 'open';
      readonly arrivalRate: number;
      /** Share of them that come at the same moment as the one before; 0 if not given. */
      readonly together?: number;
    };

export interface SolvedChain {
  readonly queue: ChainQueue;
  readonly figures: QueueFigures;
  /** Wait for a slot by average load. For users, even work or think time does not remove it. */
  readonly balanceWaiting: number;
}

/** Response time of a request on a server whose chain is solved, corrected for the real work and arrivals. */
export type Correction = (solved: SolvedChain) => number;

/**
 * Solves the chain of a routing.
 * @returns undefined without a steady state.
 */
export function solveRoutedChain(
  arrivals: Arrivals,
  routing: Routing,
  fleet: PooledServers,
  correct: Correction,
): SolvedChain | undefined {
  // A pool stands for all servers, a single one for a share of them.
  const [group, groups] = ROUTING_TRAITS[routing].sharesQueue
    ? [fleet, 1]
    : [{ ...fleet, servers: 1 }, fleet.servers];
  return arrivals.kind === 'open'
    ? solveOpen({ ...group, ...arrivals, arrivalRate: arrivals.arrivalRate / groups })
    : solveClosed(group, groups, wholeUsers(arrivals.users), arrivals.thinkTime, correct);
}

function wholeUsers(users: number): number {
  return Math.max(1, Math.round(users));
}

function solveOpen(nodes: OpenNodes): SolvedChain | undefined {
  const chain = openChain(nodes);
  const figures = queueFigures(chain);
  return figures && { queue: queueOf(chain), figures, balanceWaiting: 0 };
}

/**
 * Solves the chain of users. A user is away from a group for A between two visits. With the response time R found here,
 * g groups and think time Z, visits are g (Z + R) apart: A = g (Z + R) - (R of the chain). That makes the throughput
 * that of Little's law. For exponential work it is exact for one group and for very many of them (random routing). With
 * other work the chain is the one of the same throughput.
 */
function solveClosed(
  group: PooledServers,
  groups: number,
  users: number,
  thinkTime: number,
  correct: Correction,
): SolvedChain {
  const servers = pool(group);
  const { full } = servers;
  let last: { readonly away: number; readonly solved: SolvedChain } | undefined;
  const solve = (away: number): SolvedChain => {
    if (last?.away === away) return last.solved;
    const chain = closedChain(servers, users, away);
    const figures = closedFigures(chain);
    // If users are rejected, all waiting counts as given.
    const standing = Math.max(0, users - away * full - chain.slots) / full;
    const balanceWaiting = Math.min(standing, figures.waitingTime);
    last = { away, solved: { queue: queueOf(chain), figures, balanceWaiting } };
    return last.solved;
  };
  if (groups === 1 && thinkTime === 0) return solve(0);
  const excess = (away: number): number => {
    const solved = solve(away);
    return groups * (thinkTime + correct(solved)) - solved.figures.responseTime - away;
  };
  const soloService = 1 / group.throughput(1);
  if (groups === 1) {
    const direct = solve(thinkTime);
    const shift = correct(direct) - direct.figures.responseTime;
    if (Math.abs(shift) <= 1e-9 * direct.figures.responseTime) return direct;
  }
  const guess = groups * thinkTime + (groups - 1) * soloService;
  const longest = users / group.throughput(group.slots) + users * soloService;
  const highest = groups * (thinkTime + 2 * longest);
  return solve(findRoot(excess, guess, 1e-6 * (thinkTime + soloService), highest));
}
