/** A benchmark with more in flight than slots: its latency includes waiting. */
import type { EngineAssessment } from '../../engine/curve/engineAssessment';
import type { Figure } from '../../engine/figure/figure';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { joinPath } from '../../plan/keyPath';
import { defineRule, valueAt, type Reports } from './shared/rule';
import { loadPlace } from './shared/places';

interface ObservationQueuedArgs {
  readonly observation: ObservationAssessment;
  readonly inFlight: Figure;
  readonly slots: Figure;
  /** Latency without the wait: what the curve uses. */
  readonly atCapacity: Figure | undefined;
}

export const observationQueued = defineRule({
  code: 'observation.queued',
  defaultSeverity: 'information',
  title: 'An observation has more concurrent requests than slots',
  *check({ assessment }): Reports<ObservationQueuedArgs> {
    for (const engine of assessment.engines) {
      const capacities = latenciesAtCapacity(engine);
      for (const assessed of engine.observations) {
        const { observation, inFlight, slots, queued } = assessed;
        if (!queued || !inFlight || !slots) continue;
        const atCapacity = capacities.get(assessed);
        yield {
          at: loadPlace(observation),
          args: { observation: assessed, inFlight, slots, atCapacity },
          related: [
            {
              at: valueAt(observation.parallel?.path ?? observation.path),
              role: 'observation',
              name: observation.name,
            },
          ],
          absent: [
            `${observation.path}/nodes`,
            `${observation.path}/servers`,
            joinPath(engine.spec.path, 'servers'),
          ],
        };
      }
    }
  },
});

/** What the curve made of them; where others at the same place count too, there is no such figure. */
function latenciesAtCapacity({ curve }: EngineAssessment): Map<ObservationAssessment, Figure> {
  const found = new Map<ObservationAssessment, Figure>();
  for (const { latency, observations } of curve.points) {
    const [observation] = observations;
    const { derivation } = latency;
    const isOwn = derivation.kind === 'formula' && derivation.formula === 'latency.atCapacity';
    if (observation && isOwn) found.set(observation, latency);
  }
  return found;
}
