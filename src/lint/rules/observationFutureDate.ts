/** An observation of a day that is still to come; silent where nobody says what day it is. */
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { isInFuture } from './shared/days';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface ObservationFutureDateArgs {
  readonly observation: ObservationAssessment;
  readonly date: string;
  readonly today: string;
}

export const observationFutureDate = defineRule({
  code: 'observation.future-date',
  defaultSeverity: 'warning',
  title: 'An observation is dated in the future',
  *check({ assessment, asOf }): Reports<ObservationFutureDateArgs> {
    if (asOf === undefined) return;
    for (const { observations } of assessment.engines) {
      for (const observation of observations) {
        const { date } = observation.observation;
        if (date?.path === undefined || !isInFuture(date.value, asOf)) continue;
        yield { at: valueAt(date.path), args: { observation, date: date.value, today: asOf } };
      }
    }
  },
});
