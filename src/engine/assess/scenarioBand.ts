/** 80 % band around the latency of a scenario. */
import { type LatencyBand, bandAround } from '../curve/latencyBand';
import { memoize } from '../util/cache';
import type { ScenarioAssessment } from './assessment';

/** Band; undefined if the latency was observed directly, is a bound, or has fewer than three points behind it. */
export const latencyBand: (assessed: ScenarioAssessment) => LatencyBand | undefined = memoize(
  ({ curve, latency, load, parallel }: ScenarioAssessment) =>
    bandAround(curve, latency, load, parallel.value),
);
