/**
 * M/M/c: Poisson arrivals, exponential service, c servers, an endless queue (Erlang 1917; Kleinrock 1975, chapter 3).
 * The wait probability is Erlang's C formula.
 */
import { solveOpenNodes } from '../../../src/engine/queueing/openNodes';
import type { QueueFigures } from '../../../src/engine/queueing/queueFigures';

export interface MarkovQueue {
  /** Requests a second, above 0. */
  readonly arrivalRate: number;
  /** Mean seconds of service of one request, above 0. */
  readonly serviceTime: number;
  /** c, from 1. */
  readonly servers: number;
}

/**
 * Solves the queue.
 * @returns undefined without a steady state: arrivalRate x serviceTime >= servers.
 */
export function erlangC({
  arrivalRate,
  serviceTime,
  servers,
}: MarkovQueue): QueueFigures | undefined {
  return solveOpenNodes({
    arrivalRate,
    servers: 1,
    slots: servers,
    maxQueue: Infinity,
    throughput: (busy) => busy / serviceTime,
  });
}
