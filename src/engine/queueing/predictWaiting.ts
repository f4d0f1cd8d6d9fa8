/**
 * Mean latency of a fleet, waiting included: the deterministic balance, plus what chance adds. What it adds is
 * what the exponential chain has beyond the balance, scaled for the variability of work and arrivals:
 *
 *   latency = balance + sharing factor x (in slots: chain - balance) + waiting factor x (queue: chain - balance)
 *
 * With exponential work and random arrivals that is the chain itself; with fixed work and even arrivals it is
 * the balance; in between it is an approximation, which docs/engine.md holds to a simulation.
 */
import { solveRoutedChain, type SolvedChain } from './routedChain';
import { scaleQueue } from './scaleQueue';
import { arrivalScvAt, evenWaitProbability, sharingFactor, waitingFactor } from './variability';
import type { WaitingQuestion } from './waitingQuestion';

/** Seconds, means over accepted requests. latency = service + waiting, and no less than the balance. */
export interface Waiting {
  readonly latency: number;
  /** Wait for a slot. */
  readonly waiting: number;
  /** In a slot. */
  readonly service: number;
  /** By the balance of means, without chance: never above `latency`. */
  readonly balance: number;
  /** That an accepted request finds no slot free. */
  readonly waitProbability: number;
  /** Share of the requests that are turned away. */
  readonly rejectProbability: number;
  /** Mean time in a slot of a request that is alone on its server, and with every slot taken. */
  readonly soloService: number;
  readonly fullService: number;
  /** In a slot, and waiting for one, by the balance of means. */
  readonly balanceService: number;
  readonly balanceWaiting: number;
  /** What chance would add in slots, if b in S(b) is exact: `mean` takes it to be in S(b) already. */
  readonly omittedDelay: number;
  /** As asked. */
  readonly serviceCv: number;
  /** By which what chance adds in slots is scaled. */
  readonly sharingFactor: number;
  /** By which what chance adds in the queue is scaled. */
  readonly waitingFactor: number;
  /** The chain that it rests on. */
  readonly solved: SolvedChain;
}

/** @returns undefined without a steady state: arrivals that no queue can hold back. */
export function predictWaiting(question: WaitingQuestion): Waiting | undefined {
  const { slots, maxQueue, routing, serviceCv } = question;
  const load = Math.min(question.balanceLoad ?? Infinity, slots + maxQueue);
  const busy = Math.min(load, slots);
  const balanceService = busy / question.throughput(busy);
  const balance = balanceService + Math.max(0, load - slots) / question.throughput(slots);

  const arrivalScv = arrivalScvAt(routing, question.arrivalCv, question.servers);
  const variability = { arrivalScv, serviceCv };
  const sharingScale = sharingFactor(variability);
  const shortQueue = scaleQueue(question, variability);
  const partsOf = ({ queue, figures, balanceWaiting }: SolvedChain): Parts => {
    const used = figures.throughput / queue.full;
    const waitingScale = shortQueue?.factor ?? waitingFactor(variability, queue.slots, used);
    const sharing = figures.responseTime - figures.waitingTime - balanceService;
    const byChance = Math.max(0, figures.waitingTime - balanceWaiting);
    return {
      service:
        balanceService +
        sharingScale * (question.loadIs === 'mean' ? Math.min(0, sharing) : sharing),
      waiting: balanceWaiting + waitingScale * byChance,
      waitingScale,
      omittedDelay: question.loadIs === 'mean' ? sharingScale * Math.max(0, sharing) : 0,
    };
  };
  const correct = (solved: SolvedChain): number => {
    const { service, waiting } = partsOf(solved);
    return service + waiting;
  };
  const fleet = { ...question, maxQueue: shortQueue?.maxQueue ?? maxQueue };
  const solved = solveRoutedChain(question.arrivals, routing, fleet, correct);
  if (!solved || balance === Infinity) return undefined;
  const { service, waiting, waitingScale, omittedDelay } = partsOf(solved);
  // Where requests are turned away the balance is that of a queue which is always full: no lower bound.
  const least = maxQueue === Infinity ? balance : 0;
  const waits = load > slots ? Math.max(waiting, least - service) : waiting;
  const latency = Math.max(service + waits, least);
  const given = Math.max(solved.balanceWaiting, Math.min(waits, balance - balanceService));
  const standing = waits > 0 ? given / waits : 0;
  const { waitProbability, rejectProbability } = solved.figures;
  return {
    latency,
    waiting: waits,
    service,
    balance: Math.min(balance, latency),
    waitProbability: evenWaitProbability(waitProbability, sharingScale, standing),
    rejectProbability,
    soloService: 1 / question.throughput(1),
    fullService: slots / question.throughput(slots),
    balanceService,
    balanceWaiting: balance - balanceService,
    omittedDelay,
    serviceCv,
    sharingFactor: sharingScale,
    waitingFactor: waitingScale,
    solved,
  };
}

interface Parts {
  readonly service: number;
  readonly waiting: number;
  readonly waitingScale: number;
  readonly omittedDelay: number;
}
