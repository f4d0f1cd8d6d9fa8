/** A name that the catalog does not know, so that memory and hardware floor are not checked. */
import type { CatalogKind } from '../catalogNames';
import { defineRule, valueAt, type Reports } from './shared/rule';
import { unknownNames } from './shared/unknownNames';

interface PlanNotInCatalogArgs {
  readonly kind: CatalogKind;
  readonly name: string;
  /** Of a GPU: what the node does not state itself. */
  readonly unstated: readonly ('memory' | 'bandwidth')[];
}

export const planNotInCatalog = defineRule({
  code: 'plan.not-in-catalog',
  defaultSeverity: 'hint',
  title: 'A GPU, a model or a quantization that the catalog does not know',
  *check({ assessment: { plan } }): Reports<PlanNotInCatalogArgs> {
    for (const { kind, name, path, slip, unstated } of unknownNames(plan)) {
      if (slip === undefined) yield { at: valueAt(path), args: { kind, name, unstated } };
    }
  },
});
