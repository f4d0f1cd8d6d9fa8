/**
 * Requests that a server works on at once, if it is fewer than its slots: the KV cache has no room for more. Beyond that
 * a closed loop has later first tokens, but no more time between tokens. What its first tokens come later is a wait, and
 * by Little's law so many requests wait.
 */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { closedLoops, promptTimes, type ClosedLoop } from './promptTimes';

/** Share of the time between tokens that the lighter loads foretell, below which fewer requests run. */
const FEWER_RUN = 0.75;
/** Share of the first token of a start together from which requests may wait. */
const MAY_WAIT = 0.5;

/** @returns Infinity if no observation shows a limit. */
export function runningLimit(engine: EngineAssessment, workload: Workload): number {
  const known = limitsOf(engine);
  const key = workload.outputTokens?.value ?? 0;
  let limit = known.get(key);
  if (limit === undefined) {
    limit = observedLimit(engine, workload);
    known.set(key, limit);
  }
  return limit;
}

const limitsOf = memoize((_: EngineAssessment) => new Map<number, number>());

function observedLimit(engine: EngineAssessment, workload: Workload): number {
  const times = promptTimes(engine, workload);
  if (!times) return Infinity;
  const loops = closedLoops(engine, workload, times);
  const limits = loops.map((loop, i) => {
    const [before, last] = [loops[i - 2], loops[i - 1]];
    if (!before || !last || !someWait(loop, before, last)) return Infinity;
    return Math.max(last.load, loop.load - loop.throughput * (loop.firstToken - loop.spread));
  });
  return Math.floor(Math.min(...limits));
}

function someWait(loop: ClosedLoop, before: ClosedLoop, last: ClosedLoop): boolean {
  const slope = (last.step - before.step) / (last.load - before.load);
  const foretold = last.step + slope * (loop.load - last.load);
  return loop.step < FEWER_RUN * foretold && loop.firstToken > MAY_WAIT * loop.together;
}
