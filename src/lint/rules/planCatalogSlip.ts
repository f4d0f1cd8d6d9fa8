/** A name that is nearly one of the catalog: with it something would be checked that is not. */
import { defineRule, valueAt } from './rule';
import { unknownNames } from './shared/unknownNames';

export const planCatalogSlip = defineRule({
  code: 'plan.catalog-slip',
  defaultSeverity: 'information',
  title: 'A GPU, a model or a quantization that is nearly one of the catalog',
  *check({ assessment: { plan } }) {
    for (const { kind, name, path, slip } of unknownNames(plan)) {
      if (slip !== undefined) yield { at: valueAt(path), args: { kind, name, suggestion: slip } };
    }
  },
});
