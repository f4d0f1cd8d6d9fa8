/** Tells which values of `parallel` an engine was observed with. */
import type { EngineAssessment } from '../curve/engineAssessment';
import { memoize } from '../util/cache';

export function isMeasuredWith(engine: EngineAssessment, parallel: number): boolean {
  return measuredWith(engine).has(parallel);
}

export const measuredWith = memoize(
  ({ observations }: EngineAssessment): ReadonlySet<number> =>
    new Set(observations.flatMap(({ observation }) => observation.parallel?.value ?? [])),
);
