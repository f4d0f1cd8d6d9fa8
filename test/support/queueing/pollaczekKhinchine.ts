/**
 * M/G/1: Poisson arrivals, one server, service of any distribution, first come first served. The mean wait is rho / (1
 * - rho) x S x (1 + cv^2) / 2 (Pollaczek 1930, Khinchine 1932; Kleinrock 1975, chapter 5).
 */
import type { QueueFigures } from '../../../src/engine/queueing/queueFigures';

export interface GeneralQueue {
  /** Requests a second, above 0. */
  readonly arrivalRate: number;
  /** Mean seconds of service, above 0. */
  readonly serviceTime: number;
  /** Standard deviation of the service time divided by its mean: 0 for fixed lengths, 1 for exponential. */
  readonly serviceCv: number;
}

/**
 * Solves the queue.
 * @returns undefined without a steady state: arrivalRate x serviceTime >= 1.
 */
export function pollaczekKhinchine(queue: GeneralQueue): QueueFigures | undefined {
  const { arrivalRate, serviceTime, serviceCv } = queue;
  const utilisation = arrivalRate * serviceTime;
  if (!(utilisation < 1)) return undefined;
  const waitingTime =
    ((utilisation / (1 - utilisation)) * serviceTime * (1 + serviceCv * serviceCv)) / 2;
  const responseTime = serviceTime + waitingTime;
  return {
    responseTime,
    waitingTime,
    inSystem: arrivalRate * responseTime,
    active: utilisation,
    throughput: arrivalRate,
    waitProbability: utilisation,
    rejectProbability: 0,
    utilisation,
    serviceSpread: 0,
    serviceSkew: 0,
  };
}
