/** An observation of a day that is still to come; silent where nobody says what day it is. */
import { isInFuture } from './shared/days';
import { defineRule, valueAt } from './rule';

export const observationFutureDate = defineRule({
  code: 'observation.future-date',
  defaultSeverity: 'warning',
  title: 'An observation is said to be of a day that is still to come',
  *check({ assessment, asOf }) {
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
