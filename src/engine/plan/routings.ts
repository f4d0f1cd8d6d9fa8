import type { Routing } from './plan';

export interface RoutingTraits {
  /** A request waits only while all servers of the fleet are full, as if they shared one queue. */
  readonly sharesQueue: boolean;
  /** A server's requests arrive at random moments where those of the fleet do. */
  readonly keepsChance: boolean;
}

export const ROUTING_TRAITS: Readonly<Record<Routing, RoutingTraits>> = {
  'least-busy': { sharesQueue: true, keepsChance: false },
  'round-robin': { sharesQueue: false, keepsChance: false },
  random: { sharesQueue: false, keepsChance: true },
};
