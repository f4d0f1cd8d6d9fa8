/** A name that the catalog does not know, so that memory and hardware floor are not checked. */
import { defineRule, valueAt } from './rule';
import { unknownNames } from './shared/unknownNames';

export const planNotInCatalog = defineRule({
  code: 'plan.not-in-catalog',
  defaultSeverity: 'hint',
  title: 'A GPU, a model or a quantization that the catalog does not know',
  *check({ assessment: { plan } }) {
    for (const { kind, name, path, slip, unstated } of unknownNames(plan)) {
      if (slip === undefined) yield { at: valueAt(path), args: { kind, name, unstated } };
    }
  },
});
