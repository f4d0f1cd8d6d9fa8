/** What the model of waiting is asked. */
import type { Routing } from '../plan/plan';
import type { PooledServers } from './openNodes';
import type { Arrivals } from './routedChain';

export interface WaitingQuestion extends PooledServers {
  /** Of all servers together. */
  readonly arrivals: Arrivals;
  readonly routing: Routing;
  /** Coefficient of variation of a request's work: 0 for answers of one length, 1 for exponential ones. */
  readonly serviceCv: number;
  /** Of think times, or of the gaps between arrivals: 1 for people, 0 for a benchmark that paces itself. */
  readonly arrivalCv: number;
  /** Requests in flight on each server by the balance of means; undefined where it has no steady state. */
  readonly balanceLoad: number | undefined;
  /**
   * What b in S(b) is. `exact`: requests in flight at one time, so that chance within the slots adds to the
   * balance. `mean`: the mean of a benchmark with chance of its own, so that S(b) has it in it already.
   */
  readonly loadIs: 'exact' | 'mean';
}
