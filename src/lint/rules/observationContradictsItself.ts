/** Times of one observation that cannot all be right. */
import {
  contradictions,
  type ContradictionKind,
  type ObservedTime,
} from '../../engine/observation/contradictions';
import type { Figure } from '../../engine/figure/figure';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import type { Observation } from '../../engine/plan/plan';
import { readingOf } from '../../engine/plan/readings';
import { burstOf, type BurstArgs } from './shared/burst';
import { latencyPlace } from './shared/places';
import { defineRule, valueAt, type Place, type Reports } from './shared/rule';

interface ObservationContradictsItselfArgs {
  readonly observation: ObservationAssessment;
  readonly kind: ContradictionKind;
  readonly pair: readonly [ObservedTime, ObservedTime];
  /** Mean that users and throughput leave, if it is the `latency` of the pair. */
  readonly derived: Figure | undefined;
  /** Users whose requests drained: then fewer of them were in flight, which explains such a mean. */
  readonly burst: BurstArgs | undefined;
}

export const observationContradictsItself = defineRule({
  code: 'observation.contradicts-itself',
  defaultSeverity: 'warning',
  title: 'Times of an observation cannot all be right',
  *check({ assessment }): Reports<ObservationContradictsItselfArgs> {
    for (const { observations } of assessment.engines) {
      for (const assessed of observations) {
        const { observation } = assessed;
        for (const { kind, pair, derived } of contradictions(observation)) {
          const [first, second] = pair;
          const burst = derived && burstOf(observation);
          yield {
            at: placeOf(observation, second),
            args: { observation: assessed, kind, pair, derived, burst },
            related: [
              { at: placeOf(observation, first), role: 'observation', name: observation.name },
            ],
          };
        }
      }
    }
  },
});

/** Place of a time. A mean that is not stated follows from the throughput. */
function placeOf(observation: Observation, key: ObservedTime): Place {
  const stated = readingOf(observation, key);
  return stated?.path === undefined ? latencyPlace(observation) : valueAt(stated.path);
}
