/** A section whose keys are the user's own names: targets, nodes, engines, scenarios. */
import { joinPath } from '../keyPath';
import { reportWrongType, type Problems, type Slot } from './slot';

export interface Named {
  readonly name: string;
  readonly slot: Slot;
}

/** @param noun What findings call one of them: "scenario". */
export function readNames(section: Slot | undefined, noun: string, problems: Problems): Named[] {
  if (section === undefined || section.node.kind === 'nothing') {
    return [];
  }
  if (section.node.kind !== 'map') {
    reportWrongType(
      problems,
      section,
      `a map: the name of each ${noun}, then its values`,
      section.where,
    );
    return [];
  }
  return section.node.entries
    .filter(({ key }) => !key.startsWith('x-'))
    .map(({ key: name, keyRange, value: node, valueRange: range }) => ({
      name,
      slot: { node, path: joinPath(section.path, name), range, keyRange, where: `${noun} ${name}` },
    }));
}
