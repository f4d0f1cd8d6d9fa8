/** Finds names of a plan that the catalog does not know, if that prevents a check. */
import { findGpu } from '../../../engine/catalog/catalog';
import { isQuantization } from '../../../engine/catalog/data/quantizations';
import { memoize } from '../../../engine/util/cache';
import { modelOf } from '../../../engine/hardware/modelOf';
import { isConfigPath } from '../../../engine/plan/configPath';
import type { Engine, KeyPath, NodeType, Plan, Stated } from '../../../engine/plan/plan';
import { slipOf, type CatalogKind } from '../../catalogNames';

export interface UnknownName {
  readonly kind: CatalogKind;
  readonly name: string;
  readonly path: KeyPath;
  /** Name of the catalog that is nearly the same. */
  readonly slip: string | undefined;
  /** Properties of a GPU that the node does not state. */
  readonly unstated: readonly ('memory' | 'bandwidth')[];
}

/** Unknown names for both rules. Each is looked up once. */
export const unknownNames: (plan: Plan) => readonly UnknownName[] = memoize((plan: Plan) => [
  ...plan.nodes.flatMap((node) => unknownGpu(node, plan) ?? []),
  ...plan.engines.flatMap((engine) => [
    ...unknownModel(engine),
    ...(engine.quantization && !isQuantization(engine.quantization.value)
      ? toUnknown('quantization', engine.quantization)
      : []),
  ]),
]);

/** A path is no name: what is wrong with its file has a finding of its own. */
function unknownModel(engine: Engine): readonly UnknownName[] {
  const { model } = engine;
  return !model || isConfigPath(model.value) || modelOf(engine) ? [] : toUnknown('model', model);
}

function unknownGpu(node: NodeType, { engines }: Plan): UnknownName | undefined {
  const { gpu, memoryBytes, bandwidthBytesPerSecond } = node;
  const unstated = [
    ...(memoryBytes ? [] : (['memory'] as const)),
    ...(bandwidthBytesPerSecond ? [] : (['bandwidth'] as const)),
  ];
  if (!gpu || unstated.length === 0 || findGpu(gpu.value)) return undefined;
  const [unknown] = toUnknown('gpu', gpu);
  // Without a known model there is nothing to check.
  const isNeeded = engines.some((engine) => engine.node === node && modelOf(engine) !== undefined);
  return unknown && (unknown.slip ?? isNeeded) ? { ...unknown, unstated } : undefined;
}

function toUnknown(kind: CatalogKind, { value: name, path }: Stated<string>): UnknownName[] {
  return path === undefined ? [] : [{ kind, name, path, slip: slipOf(kind, name), unstated: [] }];
}
