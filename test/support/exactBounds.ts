/**
 * Checks bounds that every queue keeps, however it was computed: they hold for every distribution over the states,
 * and Little's law. They tell a stated case that is itself wrong from one that we compute differently.
 */
import type { OracleCase } from './queueingOracle';

export interface BrokenBound {
  /** `throughput`, `responseTime` or `inSystem`, as the case calls it. */
  readonly quantity: string;
  readonly stated: number;
  readonly relation: 'at most' | 'at least' | 'exactly';
  readonly bound: number;
  /** Relative distance between the stated value and the nearest possible one. */
  readonly gap: number;
}

interface Rates {
  /** X(n): answers a second with n in the system. */
  readonly at: (n: number) => number;
  /** Largest number in the system, or the number from which X(n) is constant. */
  readonly most: number;
  readonly isEndless: boolean;
}

/**
 * Returns the broken bounds. For any P(n) the throughput is the mean of X(n), so it is at most the highest X(n). The
 * response time is the mean of n over the mean of X(n). It lies between the least and the greatest n / X(n).
 * @param tolerance Relative tolerance, because stated figures are rounded.
 */
export function brokenBounds(stated: OracleCase, tolerance: number): BrokenBound[] {
  const of = (key: string): number => Number(stated[key]);
  const inSystem = 'inNode' in stated ? 'inNode' : 'inSystem';
  const throughput = 'throughput' in stated ? of('throughput') : of('arrivalRate');
  const { at, most, isEndless } = ratesOf(stated);
  let [highest, shortest, longest] = [0, Infinity, isEndless ? Infinity : 0];
  for (let n = 1; n <= most; n++) {
    highest = Math.max(highest, at(n));
    shortest = Math.min(shortest, n / at(n));
    longest = Math.max(longest, n / at(n));
  }
  const claims = [
    ['throughput', throughput, 'at most', highest],
    ['responseTime', of('responseTime'), 'at least', shortest],
    ['responseTime', of('responseTime'), 'at most', longest],
    [inSystem, of(inSystem), 'exactly', throughput * of('responseTime')],
  ] as const;
  return claims.flatMap(([quantity, value, relation, bound]) => {
    const above = value / bound - 1;
    const gap = relation === 'exactly' ? Math.abs(above) : relation === 'at most' ? above : -above;
    return gap > tolerance ? [{ quantity, stated: value, relation, bound, gap }] : [];
  });
}

function ratesOf(stated: OracleCase): Rates {
  const of = (key: string): number => Number(stated[key]);
  const shared = (n: number): number => {
    const b = Math.min(n, of('slots'));
    return b / (of('soloLatency') * (1 + of('slope') * (b - 1)));
  };
  const servers = stated.model === 'M/G/1' ? 1 : of('servers');
  const alike = (n: number): number => Math.min(n, servers) / of('serviceTime');
  switch (stated.model) {
    case 'closed':
      return { at: shared, most: of('users'), isEndless: false };
    case 'open':
      return { at: shared, most: of('room'), isEndless: false };
    case 'M/M/c/K':
      return { at: alike, most: of('room'), isEndless: false };
    default:
      return { at: alike, most: servers, isEndless: true };
  }
}
