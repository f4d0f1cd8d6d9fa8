/** Finds the times that an observation states, by the objective that each is compared with. */
import { isTokenPercentile } from './objectives';
import type { Observation, Reading, TimeObjective } from './plan';

export function readingOf(observation: Observation, kind: TimeObjective): Reading | undefined {
  switch (kind) {
    case 'latency':
      return observation.latencySeconds;
    case 'ttft':
      return observation.ttftSeconds;
    case 'tpot':
      return observation.tpotSeconds;
    default:
      return isTokenPercentile(kind)
        ? observation.tokenPercentileSeconds[kind]
        : observation.percentileSeconds[kind];
  }
}
