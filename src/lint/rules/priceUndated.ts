/** A price without a date: nobody can tell whether it still holds. */
import { defineRule, valueAt, type Reports } from './shared/rule';

interface PriceUndatedArgs {
  readonly node: string;
}

export const priceUndated = defineRule({
  code: 'price.undated',
  defaultSeverity: 'hint',
  title: 'A price has no date',
  *check({ assessment }): Reports<PriceUndatedArgs> {
    for (const { name, path, price } of assessment.plan.nodes) {
      if (!price || price.date || price.amount.path === undefined) continue;
      const absent = [`${path}/price/date`];
      yield { at: valueAt(price.amount.path), args: { node: name }, absent };
    }
  },
});
