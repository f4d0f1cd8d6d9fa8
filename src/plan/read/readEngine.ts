/** Engines and their observations. */
import type { Engine, NodeType, Observation } from '../../engine/plan';
import { ENGINE } from '../fields/tables';
import { joinPath } from '../keyPath';
import type { ProblemLog } from './problemLog';
import { readMap } from './readMap';
import { readObservation } from './readObservation';
import type { Named } from './readNames';
import { resolve } from './references';
import { reportWrongType, type Slot } from './slot';
import { chosen, chosenOr, stated, statedOr } from './stated';

export function readEngine(
  { name, slot }: Named,
  nodes: ReadonlyMap<string, NodeType>,
  log: ProblemLog,
): Engine {
  const { values } = readMap(slot, ENGINE, log);
  const latencyFollows = chosenOr(values.latencyFollows, ENGINE.latencyFollows);
  return {
    name,
    path: slot.path,
    type: chosen(values.type),
    node: values.node && resolve(values.node, 'node', nodes, log),
    nodePath: values.node?.path,
    servers: statedOr(values.servers, ENGINE.servers),
    gpusPerServer: stated(values.gpusPerServer),
    model: chosen(values.model),
    quantization: chosen(values.quantization),
    contextTokens: stated(values.context),
    speculative: chosen(values.speculative),
    maxQueue: stated(values.maxQueue),
    latencyFollows,
    observations: readObservations(values.observations, latencyFollows.value, log),
  };
}

function readObservations(
  slot: Slot | undefined,
  latencyFollows: 'load' | 'parallel',
  log: ProblemLog,
): Observation[] {
  if (slot === undefined) {
    return [];
  }
  if (slot.node.kind !== 'list') {
    reportWrongType(log, slot, 'a list: each observation begins with a dash');
    return [];
  }
  return slot.node.items.flatMap(({ value: node, range }, index) => {
    // A list item has no key: what is missing in it is said on its first one.
    const keyRange = (node.kind === 'map' ? node.entries[0]?.keyRange : undefined) ?? range;
    const item = {
      node,
      path: joinPath(slot.path, index),
      range,
      keyRange,
      where: { noun: 'an observation' },
    };
    return readObservation(item, latencyFollows, log) ?? [];
  });
}
