/** A price of a day that is still to come; silent where nobody says what day it is. */
import { isInFuture } from './shared/days';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface PriceFutureDateArgs {
  readonly node: string;
  readonly date: string;
  readonly today: string;
}

export const priceFutureDate = defineRule({
  code: 'price.future-date',
  defaultSeverity: 'warning',
  title: 'A price is dated in the future',
  *check({ assessment, asOf }): Reports<PriceFutureDateArgs> {
    if (asOf === undefined) return;
    for (const { name, price } of assessment.plan.nodes) {
      const date = price?.date;
      if (date?.path === undefined || !isInFuture(date.value, asOf)) continue;
      yield { at: valueAt(date.path), args: { node: name, date: date.value, today: asOf } };
    }
  },
});
