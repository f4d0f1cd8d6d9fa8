/** Writes an engine as JSON: its settings, observations and latency curve. */
import type { EngineAssessment } from '../../engine/curve/engineAssessment';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { figureJson, figureOrNull } from './figureJson';

export function engineJson({ spec: engine, observations, curve }: EngineAssessment) {
  return {
    name: engine.name,
    path: engine.path,
    node: engine.node?.name ?? null,
    latencyFollows: curve.follows,
    observations: observations.map(observationJson),
    /** Points of the latency curve. `at` counts requests in flight on a server, or its slots. */
    curve: curve.points.map(({ at, latency }) => ({ at, latency: figureJson(latency) })),
  };
}

function observationJson(assessed: ObservationAssessment) {
  const { observation, queued } = assessed;
  return {
    name: observation.name ?? null,
    path: observation.path,
    source: observation.source.value,
    queued,
    latency: figureOrNull(assessed.latency),
    inFlight: figureOrNull(assessed.inFlight),
    load: figureOrNull(assessed.load),
    slots: figureOrNull(assessed.slots),
    queueDepth: figureOrNull(assessed.queueDepth),
    utilisation: figureOrNull(assessed.utilisation),
    expectedThroughput: figureOrNull(assessed.expectedThroughput),
    throughputGap: figureOrNull(assessed.throughputGap),
  };
}
