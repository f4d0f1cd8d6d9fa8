/** A section whose keys are the user's own names: targets, nodes, engines, scenarios. */
import { joinPath } from '../keyPath';
import { reportUnspacedMap } from './missingSpace';
import type { ProblemLog } from './problemLog';
import { reportWrongType, type Slot } from './slot';

export interface Named {
  readonly name: string;
  readonly slot: Slot;
}

/** @param noun What findings call one of them: "scenario". */
export function readNames(section: Slot | undefined, noun: string, log: ProblemLog): Named[] {
  if (section === undefined) {
    return [];
  }
  if (section.node.kind !== 'map') {
    if (!reportUnspacedMap(section, undefined, log)) {
      reportWrongType(log, section, `a map: the name of each ${noun}, then its values`);
    }
    return [];
  }
  return section.node.entries
    .filter(({ key }) => !key.startsWith('x-'))
    .map(({ key: name, keyRange, value: node, valueRange: range }) => ({
      name,
      slot: { node, path: joinPath(section.path, name), range, keyRange, where: { noun, name } },
    }));
}
