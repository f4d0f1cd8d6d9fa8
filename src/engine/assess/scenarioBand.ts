/** The 80 % band around the latency of a scenario. */
import { type LatencyBand, bandAround } from '../curve/latencyBand';
import { memoize } from '../util/cache';
import type { ScenarioAssessment } from './assessment';

/** Undefined where the latency was observed itself, is a bound, or has no three points under it. */
export const latencyBand: (assessed: ScenarioAssessment) => LatencyBand | undefined = memoize(
  ({ engine, latency, load, parallel }: ScenarioAssessment) =>
    bandAround(engine.curve, latency, load, parallel.value),
);
