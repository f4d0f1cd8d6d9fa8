/**
 * Requests that a server works on at once, if it is fewer than its slots: the KV cache has no room for more. A closed
 * loop shows it whose first tokens come later than after all prompts. What exceeds that is a wait, and by Little's law
 * so many requests wait.
 */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { closedLoops, promptTimes } from './promptTimes';

/** Factor on the first token of a start together beyond which requests wait. */
const WAITS = 1.25;

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
  const limits = closedLoops(engine, workload, times).map((loop) =>
    loop.firstToken > WAITS * loop.together
      ? loop.load - loop.throughput * (loop.firstToken - loop.spread)
      : Infinity,
  );
  return Math.max(1, Math.floor(Math.min(...limits)));
}
