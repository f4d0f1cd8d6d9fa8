/** A price without a date: nobody can tell whether it still holds. */
import { defineRule, valueAt } from './rule';

export const priceUndated = defineRule({
  code: 'price.undated',
  defaultSeverity: 'hint',
  title: 'A price does not say when it held',
  *check({ assessment }) {
    for (const { name, path, price } of assessment.plan.nodes) {
      if (!price || price.date || price.amount.path === undefined) continue;
      const absent = [`${path}/price/date`];
      yield { at: valueAt(price.amount.path), args: { node: name }, absent };
    }
  },
});
