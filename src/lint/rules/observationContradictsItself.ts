/** Times of one observation that cannot all be right. */
import {
  contradictions,
  type ContradictionKind,
  type ObservedTime,
} from '../../engine/observation/contradictions';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import type { Observation } from '../../engine/plan/plan';
import { readingOf } from '../../engine/plan/readings';
import { defineRule, valueAt, type Place, type Reports } from './shared/rule';

interface ObservationContradictsItselfArgs {
  readonly observation: ObservationAssessment;
  readonly kind: ContradictionKind;
  readonly pair: readonly [ObservedTime, ObservedTime];
}

export const observationContradictsItself = defineRule({
  code: 'observation.contradicts-itself',
  defaultSeverity: 'warning',
  title: 'Times of an observation cannot all be right',
  *check({ assessment }): Reports<ObservationContradictsItselfArgs> {
    for (const { observations } of assessment.engines) {
      for (const assessed of observations) {
        const { observation } = assessed;
        for (const { kind, pair } of contradictions(observation)) {
          const [first, second] = pair;
          yield {
            at: placeOf(observation, second),
            args: { observation: assessed, kind, pair },
            related: [
              { at: placeOf(observation, first), role: 'observation', name: observation.name },
            ],
          };
        }
      }
    }
  },
});

function placeOf(observation: Observation, key: ObservedTime): Place {
  return valueAt(readingOf(observation, key)?.path ?? observation.path);
}
