/** A price that was looked up long ago; silent where nobody says what day it is. */
import { daysBetween } from './shared/days';
import { defineRule, valueAt, type Reports } from './shared/rule';

/** Prices of GPUs move by tens of percent within half a year. */
export const STALE_DAYS = 180;

interface PriceStaleArgs {
  readonly node: string;
  readonly date: string;
  readonly days: number;
}

export const priceStale = defineRule({
  code: 'price.stale',
  defaultSeverity: 'information',
  title: 'A price was looked up more than 180 days ago',
  *check({ assessment, asOf }): Reports<PriceStaleArgs> {
    if (asOf === undefined) return;
    for (const { name, price } of assessment.plan.nodes) {
      if (price?.date?.path === undefined) continue;
      const days = daysBetween(price.date.value, asOf);
      if (!(days > STALE_DAYS)) continue;
      const { value: date, path } = price.date;
      yield { at: valueAt(path), args: { node: name, date, days } };
    }
  },
});
