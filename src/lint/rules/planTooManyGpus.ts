/** Servers that take more GPUs than their node has: their memory and their speed cannot be what is stated. */
import { tooManyGpus } from '../../engine/hardware/hardware';
import type { Stated } from '../../engine/plan/plan';
import { joinPath } from '../../plan/keyPath';
import type { RelatedRole } from '../placedFinding';
import { defineRule, valueAt, type RelatedReport, type Reports } from './shared/rule';

interface PlanTooManyGpusArgs {
  readonly servers: number;
  readonly gpusPerServer: number;
  /** The two multiplied. */
  readonly taken: number;
  readonly node: string;
  readonly gpus: number;
}

export const planTooManyGpus = defineRule({
  code: 'plan.too-many-gpus',
  defaultSeverity: 'error',
  title: 'An engine gives its servers more GPUs than the node has',
  *check({ assessment: { plan } }): Reports<PlanTooManyGpusArgs> {
    for (const engine of plan.engines) {
      const { gpusPerServer, servers, node, path } = engine;
      const taken = tooManyGpus(engine);
      if (taken === undefined || !gpusPerServer || !node) continue;
      yield {
        at: valueAt(gpusPerServer.path ?? path),
        args: {
          servers: servers.value,
          gpusPerServer: gpusPerServer.value,
          taken,
          node: node.name,
          gpus: node.gpus.value,
        },
        related: [
          ...relatedTo(servers, 'engine', engine.name),
          ...relatedTo(node.gpus, 'node', node.name),
        ],
        absent: [joinPath(path, 'servers'), joinPath(node.path, 'gpus')],
      };
    }
  },
});

/** A default stands nowhere. */
function relatedTo(
  { path }: Stated<number>,
  role: RelatedRole,
  name: string,
): readonly RelatedReport[] {
  return path === undefined ? [] : [{ at: valueAt(path), role, name }];
}
