/** Reads engines and their observations. */
import type { Engine, NodeType, Stated } from '../../engine/plan/plan';
import { ENGINE } from '../fields/tables';
import type { ProblemLog } from './problemLog';
import type { PlanFiles } from '../planFiles';
import { readEngineNodes } from './readEngineNodes';
import { readMap, type MapReading } from './readMap';
import { readModel } from './readModel';
import { readObservations } from './readObservations';
import type { Named } from './readNames';
import type { EngineDraft } from './resolveLikes';
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
  const around = { latencyFollows: latencyFollows.value, outputTokens };
  const engine: Engine = {
    name,
    path: context.path,
    type: toValue(values.type),
    ...readEngineNodes(values.node, nodes, log),
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
    ...readObservations(values.observations, around, log, files),
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
    reservedMemoryBytes: toQuantity(values.reservedMemory),
  };
  const stated = Object.entries(options).filter(([, option]) => option !== undefined);
  return Object.fromEntries(stated);
}
