import { ROUTING_TRAITS } from '../plan/routings';
import { waitingFactor, type Variability } from './variability';
import type { WaitingQuestion } from './waitingQuestion';

export interface ScaledQueue {
  /** Places in the queue of one server of the chain. */
  readonly maxQueue: number;
  /** Factor on the waiting of that chain. */
  readonly factor: number;
}

/** Places from which a whole number of them is as good as any number. */
const MANY = 100;

/**
 * Scales a short queue under open arrivals, whose waiting must end when the queue is full. The chain gets the room
 * that, scaled, is the real one. That also makes its rejections those of the real work and arrivals. The diffusion
 * approximation of Gelenbe 1975 scales in the same way: time in the queue, and room with it.
 * @returns undefined if the queue is endless, absent, or fed by users.
 */
export function scaleQueue(
  question: WaitingQuestion,
  variability: Variability,
): ScaledQueue | undefined {
  const { arrivals, servers, slots, maxQueue, throughput, routing } = question;
  if (arrivals.kind === 'closed' || maxQueue === Infinity || maxQueue === 0) return undefined;
  const load = Math.min(1, arrivals.arrivalRate / (servers * throughput(slots)));
  const pooled = ROUTING_TRAITS[routing].sharesQueue ? servers * slots : slots;
  const factor = waitingFactor(variability, pooled, load);
  const places = Math.max(1, Math.round(maxQueue / factor));
  return { maxQueue: places, factor: places < MANY ? maxQueue / places : factor };
}
