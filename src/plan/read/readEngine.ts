/** Reads engines and their observations. */
import type { Engine, NodeType, Observation, Stated } from '../../engine/plan/plan';
import { ENGINE } from '../fields/tables';
import { joinPath } from '../keyPath';
import type { ProblemLog } from './problemLog';
import type { PlanFiles } from '../planFiles';
import { readMap, type MapReading } from './readMap';
import { readModel } from './readModel';
import { readObservation, type ObservationContext } from './readObservation';
import type { Named } from './readNames';
import { resolve } from './references';
import type { EngineDraft } from './resolveLikes';
import { reportWrongType, type ReadContext } from './readContext';
import { toValue, valueOrDefault, toQuantity, quantityOrDefault } from './toStated';

export function readEngine(
  { name, context }: Named,
  nodes: ReadonlyMap<string, NodeType>,
  outputTokens: Stated<number> | undefined,
  log: ProblemLog,
  files: PlanFiles,
): EngineDraft {
  const { values } = readMap(context, ENGINE, log);
  const { model, architecture } = values.model ? readModel(values.model, files, log) : {};
  const latencyFollows = valueOrDefault(values.latencyFollows, ENGINE.latencyFollows);
  const prefill = toValue(values.prefill);
  const engine: Engine = {
    name,
    path: context.path,
    type: toValue(values.type),
    node: values.node && resolve(values.node, 'node', nodes, log),
    nodePath: values.node?.path,
    servers: quantityOrDefault(values.servers, ENGINE.servers),
    gpusPerServer: toQuantity(values.gpusPerServer),
    model,
    ...(architecture && { architecture }),
    quantization: toValue(values.quantization),
    contextTokens: toQuantity(values.context),
    speculative: toValue(values.speculative),
    maxQueue: toQuantity(values.maxQueue),
    latencyFollows,
    ...(prefill && { prefill }),
    ...memoryOptions(values),
    observations: readObservations(
      values.observations,
      { latencyFollows: latencyFollows.value, outputTokens },
      log,
    ),
  };
  return { engine, like: values.like };
}

/** Options that change what a server needs of its memory, and what it reports of that. */
function memoryOptions(values: MapReading<typeof ENGINE>['values']): Partial<Engine> {
  const options = {
    version: toValue(values.version),
    kvCache: toValue(values.kvCache),
    memoryShare: toQuantity(values.memoryShare),
    batchedTokens: toQuantity(values.batchedTokens),
    kvTokens: toQuantity(values.kvTokens),
    weightsMemoryBytes: toQuantity(values.weightsMemory),
  };
  const stated = Object.entries(options).filter(([, option]) => option !== undefined);
  return Object.fromEntries(stated);
}

function readObservations(
  context: ReadContext | undefined,
  around: ObservationContext,
  log: ProblemLog,
): Observation[] {
  if (context === undefined) {
    return [];
  }
  if (context.node.kind !== 'list') {
    reportWrongType(log, context, 'a list: each observation begins with a dash');
    return [];
  }
  return context.node.items.flatMap(({ value: node, range }, index) => {
    // A list item has no key, so a missing part is reported on its first key.
    const keyRange = (node.kind === 'map' ? node.entries[0]?.keyRange : undefined) ?? range;
    const item = {
      node,
      path: joinPath(context.path, index),
      range,
      keyRange,
      where: { noun: 'an observation' },
    };
    return readObservation(item, around, log) ?? [];
  });
}
