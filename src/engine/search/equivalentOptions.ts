/**
 * Skips `parallel` values that cannot change the verdict. If no request ever waits for a slot, more slots change no
 * load, no latency and no verdict. So one such `parallel` represents all larger ones. Values with a measurement are
 * kept, since it may prove something of just them.
 */
import { throughputFallsBetween } from '../fleet/balance';
import { balanceOn } from '../fleet/operate';
import { largestEquivalentSolved, waitingOf } from '../fleet/queueingDelay';
import { clearlyLess } from '../util/rounding';
import type { SearchQuestion, ServerOption } from './candidate';
import { isMeasuredWith } from './measuredWith';

/** Least probability of waiting that a comparison notices. */
const NEVER = 1e-10;

/** Largest `parallel` equivalent to the option on so many nodes; its own if those with more slots may differ. */
export function equivalentUpTo(
  { policy, largestParallel, by }: SearchQuestion,
  { model }: ServerOption,
  nodes: number,
): number {
  const { engine, parallel } = model;
  if (engine.curve.follows === 'parallel' || isMeasuredWith(engine, parallel)) return parallel;
  const servers = nodes * engine.spec.servers.value;
  const balance = balanceOn(model, servers);
  if (!balance || balance.isFull || !clearlyLess(balance.load, parallel)) return parallel;
  // a server that gets slower may work on more requests at once
  if (throughputFallsBetween(model.segments, balance.load, largestParallel)) return parallel;
  if (by === 'balance') return Infinity;
  const chance = waitingOf(model, servers, balance.load, policy)?.solved.figures;
  if (chance && !(chance.waitProbability + chance.rejectProbability < NEVER)) return parallel;
  return Math.max(parallel, largestEquivalentSolved(model, servers));
}

/**
 * Options without those equivalent to an earlier one on as many nodes. Each is computed after the one before has been
 * judged.
 */
export function* distinctOptions(
  question: SearchQuestion,
  ascending: readonly ServerOption[],
): Generator<ServerOption> {
  let [alike, nodes] = [0, Number.NaN];
  for (const option of ascending) {
    const { engine, parallel } = option.model;
    const isAlike = option.nodes === nodes && parallel <= alike;
    if (isAlike && !isMeasuredWith(engine, parallel)) continue;
    yield option;
    if (!isAlike) [alike, nodes] = [equivalentUpTo(question, option, option.nodes), option.nodes];
  }
}
