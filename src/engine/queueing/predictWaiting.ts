/**
 * Predicts the mean latency of a fleet with queueing: that of average load (`balance`) plus queueing delay. The delay
 * is the exponential chain's excess over the average load, scaled for the variability of work and arrivals:
 *
 *   latency = balance + sharing factor x (in slots: chain - balance) + waiting factor x (queue: chain - balance)
 *
 * With exponential work and random arrivals the result is the chain itself. With fixed work and even arrivals it is the
 * balance. In between it is an approximation, which docs/engine.md compares with a simulation. Arrivals that are less
 * even than random ones come in batches, which the chain has in it.
 */
import { ROUTING_TRAITS } from '../plan/routings';
import type { QueueFigures } from './queueFigures';
import { solveRoutedChain, type SolvedChain } from './routedChain';
import { scaleQueue } from './scaleQueue';
import {
  arrivalScvAt,
  departureScv,
  evenWaitProbability,
  mostWaitingFactor,
  sharingFactor,
  togetherShare,
  waitingFactor,
} from './variability';
import type { WaitingQuestion } from './waitingQuestion';

/** Mean seconds over accepted requests. latency = service + waiting, and no less than the balance. */
export interface Waiting {
  readonly latency: number;
  /** Seconds of waiting for a slot. */
  readonly waiting: number;
  /** Seconds in a slot. */
  readonly service: number;
  /** Latency by average load, without queueing delay: never above `latency`. */
  readonly balance: number;
  /** Probability that an accepted request finds no slot free. */
  readonly waitProbability: number;
  /** Share of the requests that are rejected. */
  readonly rejectProbability: number;
  /** Accepted requests a second on one server. */
  readonly perServer: number;
  /** Mean time in a slot: of a request with no other on its server, and with every slot taken. */
  readonly soloService: number;
  readonly fullService: number;
  /** Seconds in a slot, and of waiting for one, by average load. */
  readonly balanceService: number;
  readonly balanceWaiting: number;
  /** Meaning of b in S(b), as in the question. */
  readonly loadIs: WaitingQuestion['loadIs'];
  /** d ln X / d ln b at the load that a request meets, 0 to 1: how fast that load forgets its past, per time in a slot. */
  readonly elasticity: number;
  /**
   * Squared coefficient of variation of the gaps between the requests that get a slot of one server. Least-busy routing
   * sends them to the servers about in turn. Those that waited come when an answer ends, however many servers there are:
   * no more evenly than answers end. A queue makes bursts no smaller.
   */
  readonly serverArrivalScv: number;
  /** Coefficient of variation of work, as in the question. */
  readonly serviceCv: number;
  /** Factor on the delay in slots. */
  readonly sharingFactor: number;
  /** Factor on the delay in the queue. */
  readonly waitingFactor: number;
  /** Chain that the result is based on. */
  readonly solved: SolvedChain;
}

/**
 * Solves the question.
 * @returns undefined without a steady state: more arrives than any queue can hold back.
 */
export function predictWaiting(question: WaitingQuestion): Waiting | undefined {
  const { slots, maxQueue, routing, serviceCv } = question;
  const load = Math.min(question.balanceLoad ?? Infinity, slots + maxQueue);
  const busy = Math.min(load, slots);
  const balanceService = busy / question.throughput(busy);
  const balance = balanceService + Math.max(0, load - slots) / question.throughput(slots);

  const arrivalScv = arrivalScvAt(routing, question.arrivalCv, question.servers);
  // open arrivals that are less even than random ones are batches of the chain
  const { arrivals: asked } = question;
  const isUneven = asked.kind === 'open' && arrivalScv > 1;
  const arrivals = isUneven
    ? { ...asked, together: togetherShare({ arrivalScv, serviceCv }) }
    : asked;
  const variability = { arrivalScv: isUneven ? 1 : arrivalScv, serviceCv };
  const sharingScale = sharingFactor(variability);
  const shortQueue = scaleQueue(question, variability);
  const partsOf = ({ queue, figures, balanceWaiting }: SolvedChain): Parts => {
    const used = figures.throughput / queue.full;
    const ofChain = figures.waitProbability;
    const standing = figures.waitingTime > 0 ? balanceWaiting / figures.waitingTime : 0;
    const waiters = evenWaitProbability(ofChain, sharingScale, standing) / ofChain;
    const waitingScale = Math.min(
      shortQueue?.factor ?? waitingFactor(variability, queue.slots, used),
      ofChain > 0 ? mostWaitingFactor(variability, slots, waiters) : Infinity,
    );
    const sharing = figures.responseTime - figures.waitingTime - balanceService;
    const byChance = Math.max(0, figures.waitingTime - balanceWaiting);
    return {
      service:
        balanceService +
        sharingScale * (question.loadIs === 'mean' ? Math.min(0, sharing) : sharing),
      waiting: balanceWaiting + waitingScale * byChance,
      waitingScale,
    };
  };
  const correct = (solved: SolvedChain): number => {
    const { service, waiting } = partsOf(solved);
    return service + waiting;
  };
  const fleet = { ...question, maxQueue: shortQueue?.maxQueue ?? maxQueue };
  const solved = solveRoutedChain(arrivals, routing, fleet, correct);
  if (!solved || balance === Infinity) return undefined;
  const { service, waiting, waitingScale } = partsOf(solved);
  // With rejections the balance assumes a queue that is always full: no lower bound.
  const least = maxQueue === Infinity ? balance : 0;
  const waits = load > slots ? Math.max(waiting, least - service) : waiting;
  const latency = Math.max(service + waits, least);
  const given = Math.max(solved.balanceWaiting, Math.min(waits, balance - balanceService));
  const standing = waits > 0 ? given / waits : 0;
  const { waitProbability, rejectProbability } = solved.figures;
  const inTurn = routing === 'random' ? arrivalScv : question.arrivalCv ** 2 / question.servers;
  return {
    latency,
    waiting: waits,
    service,
    balance: Math.min(balance, latency),
    waitProbability: evenWaitProbability(waitProbability, sharingScale, standing),
    rejectProbability,
    perServer:
      solved.figures.throughput / (ROUTING_TRAITS[routing].sharesQueue ? question.servers : 1),
    soloService: 1 / question.throughput(1),
    fullService: slots / question.throughput(slots),
    balanceService,
    balanceWaiting: balance - balanceService,
    loadIs: question.loadIs,
    elasticity: elasticityAt(question.throughput, Math.min(slots, metBy(solved.figures, question))),
    serverArrivalScv:
      inTurn + waitProbability * Math.max(0, departureScv(slots, serviceCv) - inTurn),
    serviceCv,
    sharingFactor: sharingScale,
    waitingFactor: waitingScale,
    solved,
  };
}

/** Requests on the server of a request that finds a slot, itself included: one more than the mean, for random arrivals. */
function metBy({ active }: QueueFigures, { servers, routing }: WaitingQuestion): number {
  return 1 + active / (ROUTING_TRAITS[routing].sharesQueue ? servers : 1);
}

function elasticityAt(throughput: (b: number) => number, load: number): number {
  const b = Math.max(1, load);
  const slope = Math.log(throughput(b * NEARBY) / throughput(b / NEARBY)) / (2 * Math.log(NEARBY));
  return Math.min(1, Math.max(0, slope));
}

const NEARBY = 1.1;

interface Parts {
  readonly service: number;
  readonly waiting: number;
  readonly waitingScale: number;
}
