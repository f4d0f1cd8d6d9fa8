/** A name that is nearly one of the catalog: with it something would be checked that is not. */
import type { CatalogKind } from '../catalogNames';
import { defineRule, valueAt, type Reports } from './shared/rule';
import { unknownNames } from './shared/unknownNames';

interface PlanCatalogSlipArgs {
  readonly kind: CatalogKind;
  readonly name: string;
  readonly suggestion: string;
}

export const planCatalogSlip = defineRule({
  code: 'plan.catalog-slip',
  defaultSeverity: 'information',
  title: 'A likely slip in the name of a GPU, a model or a quantization',
  *check({ assessment: { plan } }): Reports<PlanCatalogSlipArgs> {
    for (const { kind, name, path, slip } of unknownNames(plan)) {
      if (slip !== undefined) yield { at: valueAt(path), args: { kind, name, suggestion: slip } };
    }
  },
});
