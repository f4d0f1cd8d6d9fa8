/**
 * The chain of a fleet behind a router. Least-busy routing pools the servers. Otherwise one server stands for
 * all: open, each gets its share of the arrivals; closed, each user comes to it every m-th time on average.
 */
import type { Routing } from '../plan';
import { closedChain, solveClosedChain } from './closedNodes';
import { findTurn } from './fixedPoint';
import { openChain } from './openNodes';
import type { PooledServers } from './openNodes';
import { queueFigures } from './queueFigures';
import type { QueueFigures } from './queueFigures';
import { solveSteadyState } from './steadyState';
import type { BirthDeath, SteadyState } from './steadyState';

export type Arrivals =
  | { readonly kind: 'closed'; readonly users: number; readonly thinkTime: number }
  | { readonly kind: 'open'; readonly arrivalRate: number };

export interface SolvedChain {
  readonly chain: BirthDeath;
  readonly state: SteadyState;
  readonly figures: QueueFigures;
  /** Wait for a slot by the balance of means: of users, no evenness of work or think time takes it away. */
  readonly balanceWaiting: number;
}

/** Response time of a request on a server whose chain is solved, by work and arrivals as they are. */
export type Correction = (solved: SolvedChain) => number;

/** @returns undefined without a steady state. */
export function solveRoutedChain(
  arrivals: Arrivals,
  routing: Routing,
  fleet: PooledServers,
  correct: Correction,
): SolvedChain | undefined {
  // A pool stands for all servers, a single one for a share of them.
  const [group, groups] =
    routing === 'least-busy' ? [fleet, 1] : [{ ...fleet, servers: 1 }, fleet.servers];
  return arrivals.kind === 'open'
    ? solveOpen(group, arrivals.arrivalRate / groups)
    : solveClosed(group, groups, wholeUsers(arrivals.users), arrivals.thinkTime, correct);
}

function wholeUsers(users: number): number {
  return Math.max(1, Math.round(users));
}

function solveOpen(group: PooledServers, arrivalRate: number): SolvedChain | undefined {
  const chain = openChain({ ...group, arrivalRate });
  const state = solveSteadyState(chain);
  if (!state) return undefined;
  return { chain, state, figures: queueFigures(chain, state), balanceWaiting: 0 };
}

/**
 * A user is away from a group for A between two visits. With the response time R found here and there, g
 * groups and think time Z, visits are g (Z + R) apart: A = g (Z + R) - (R of the chain), which makes the
 * throughput that of Little's law. For exponential work that is exact for one group and for very many of
 * them (random routing); the chain with other work is the one of the same throughput.
 */
function solveClosed(
  group: PooledServers,
  groups: number,
  users: number,
  thinkTime: number,
  correct: Correction,
): SolvedChain {
  const solve = (away: number): SolvedChain => {
    const chain = closedChain({ ...group, users, thinkTime: away });
    const state = solveClosedChain(chain, away);
    const figures = queueFigures(chain, state);
    // Where users are turned away, all waiting counts as given.
    const full = chain.departures(chain.slots);
    const standing = Math.max(0, users - away * full - chain.slots) / full;
    return { chain, state, figures, balanceWaiting: Math.min(standing, figures.waitingTime) };
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
  return solve(findTurn(excess, guess, 1e-6 * (thinkTime + soloService), highest));
}
