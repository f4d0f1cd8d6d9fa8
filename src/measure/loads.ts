/** Types the loads of a measurement, and says how many requests each needs. */

export type LoadAsked =
  | { readonly kind: 'users'; readonly users: number; readonly thinkTimeSeconds: number }
  | { readonly kind: 'rate'; readonly perSecond: number };

/** Loads where nobody names any: the server is full before their end. */
export const LADDER: readonly LoadAsked[] = [1, 2, 4, 8, 16, 32, 64, 128, 256].map((users) => ({
  kind: 'users',
  users,
  thinkTimeSeconds: 0,
}));

/** Returns the requests of a load that are enough, once it has settled. */
export function leastRequests(load: LoadAsked, asked: number): number {
  const users = load.kind === 'users' ? load.users : 1;
  return Math.max(asked, REQUESTS_A_USER * users);
}

/** A run whose requests are few times its users is a burst (`observation.burst`). */
const REQUESTS_A_USER = 10;
