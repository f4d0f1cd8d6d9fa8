/** Which measurement would make a scenario's latency better known. */
import type { ScenarioAssessment } from '../../engine/assessment';

/**
 * Requests to keep in flight on one server: those of the scenario, in whole requests. Below the lightest
 * observation they are rounded down, as otherwise it would be that observation once more.
 */
export function loadToMeasure({ engine, load, parallel }: ScenarioAssessment): number {
  const { follows, points } = engine.curve;
  if (follows === 'parallel' || !load) return parallel.value;
  const busy = Math.min(load.value, parallel.value);
  const lightest = points[0]?.at ?? Infinity;
  return Math.max(1, busy < lightest ? Math.floor(busy) : Math.ceil(busy));
}
