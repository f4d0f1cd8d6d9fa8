/**
 * M/M/c/K: M/M/c with K places in all, servers and queue, and arrivals beyond them rejected (Kleinrock 1975, chapter
 * 3). K = c is Erlang's loss system, which is exact for service of any distribution.
 */
import type { MarkovQueue } from './erlangC';
import { solveOpenNodes } from '../../../src/engine/queueing/openNodes';
import type { QueueFigures } from '../../../src/engine/queueing/queueFigures';

export interface FiniteQueue extends MarkovQueue {
  /** K, places in all; at least `servers`. */
  readonly room: number;
}

export function finiteRoom(queue: FiniteQueue): QueueFigures {
  const { arrivalRate, serviceTime, servers, room } = queue;
  if (!(room >= servers && room < Infinity))
    throw new RangeError('room must be finite, from servers');
  const figures = solveOpenNodes({
    arrivalRate,
    servers: 1,
    slots: servers,
    maxQueue: room - servers,
    throughput: (busy) => busy / serviceTime,
  });
  if (!figures) throw new RangeError('a queue with finite room always has a steady state');
  return figures;
}
