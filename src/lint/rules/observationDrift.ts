/** Finds production that differs from what the plan's other observations predict: the servers or their load changed. */
import { driftsOf, type Drift } from '../../engine/explore/drift';
import { latencyPlace, relatedObservations } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

interface ObservationDriftArgs {
  readonly drift: Drift;
}

export const observationDrift = defineRule({
  code: 'observation.drift',
  defaultSeverity: 'warning',
  title: 'Production differs from what the other observations predict',
  *check({ assessment }): Reports<ObservationDriftArgs> {
    for (const engine of assessment.engines) {
      for (const drift of driftsOf(assessment.plan, engine)) {
        const { observation } = drift.observation;
        const related = relatedObservations(drift.others);
        yield { at: latencyPlace(observation), args: { drift }, related };
      }
    }
  },
});
