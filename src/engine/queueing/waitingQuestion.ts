/** Question to the model of waiting. */
import type { Routing } from '../plan/plan';
import type { PooledServers } from './openNodes';
import type { Arrivals } from './routedChain';

export interface WaitingQuestion extends PooledServers {
  /** Arrivals at all servers together. */
  readonly arrivals: Arrivals;
  readonly routing: Routing;
  /** Coefficient of variation of a request's work: 0 for answers of one length, 1 for exponential ones. */
  readonly serviceCv: number;
  /**
   * Coefficient of variation of think times, or of the gaps between arrivals: 1 for people, 0 for a benchmark with a
   * fixed pace.
   */
  readonly arrivalCv: number;
  /** Requests in flight on each server by average load; undefined without a steady state. */
  readonly balanceLoad: number | undefined;
  /**
   * Meaning of b in S(b). `exact`: requests in flight at one moment, so that randomness within the slots adds to the
   * average load. `mean`: the mean of a benchmark with random arrivals, so that S(b) already has that delay in it.
   */
  readonly loadIs: 'exact' | 'mean';
}
