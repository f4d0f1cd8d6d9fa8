/**
 * Which options of a search are as another one with fewer slots. Where no request ever waits for a slot, more of them
 * change nothing: no load, no latency, no verdict. So one such `parallel` stands for all larger ones, but for those
 * that a measurement was taken with, which may prove something of just them.
 */
import type { EngineAssessment } from '../curve/engineAssessment';
import { throughputFallsBetween } from '../fleet/balance';
import { balanceOn } from '../fleet/operate';
import { largestEquivalentSolved, waitingOf } from '../fleet/queueingDelay';
import { memoize } from '../util/cache';
import { clearlyLess } from '../util/rounding';
import type { SearchQuestion, ServerOption } from './candidate';

/** So seldom that no comparison notices it. */
const NEVER = 1e-10;

/** The largest `parallel` that is as the option on so many nodes: its own where those with more slots may differ. */
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
  // a server that gets slower may come to work on more
  if (throughputFallsBetween(model.segments, balance.load, largestParallel)) return parallel;
  if (by === 'balance') return Infinity;
  const chance = waitingOf(model, servers, balance.load, policy)?.solved.figures;
  if (chance && !(chance.waitProbability + chance.rejectProbability < NEVER)) return parallel;
  return Math.max(parallel, largestEquivalentSolved(model, servers));
}

export function isMeasuredWith(engine: EngineAssessment, parallel: number): boolean {
  return measuredWith(engine).has(parallel);
}

const measuredWith = memoize(
  ({ observations }: EngineAssessment) =>
    new Set(observations.map(({ observation }) => observation.parallel?.value)),
);

/** Each option that is not as one before it on as many nodes; the next is asked for when one has been judged. */
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
