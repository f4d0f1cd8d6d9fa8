/** A section whose keys are the user's own names: targets, nodes, engines, scenarios. */
import type { Range } from '../document';
import { joinPath } from '../keyPath';
import { reportUnspacedMap, reportUnspacedName } from './missingSpace';
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
      reportWrongType(log, section, expectedOf(noun));
    }
    return [];
  }
  return section.node.entries
    .filter((entry) => !entry.key.startsWith('x-') && !reportUnspacedName(section, entry, log))
    .map(({ key: name, keyRange, value: node, valueRange: range }) => ({
      name,
      slot: { node, path: joinPath(section.path, name), range, keyRange, where: { noun, name } },
    }));
}

/** As `readNames`, where there has to be one: `{}` would leave nothing to assess. */
export function readSomeNames(section: Slot | undefined, noun: string, log: ProblemLog): Named[] {
  const names = readNames(section, noun, log);
  const isSaid = (within: Range): boolean =>
    log.problems.some(({ range }) => range.start >= within.start && range.end <= within.end);
  if (names.length === 0 && section?.node.kind === 'map' && !isSaid(section.range)) {
    const { path, range } = section;
    const args = { found: 'an empty map', expected: expectedOf(noun), key: path.slice(1) };
    log.addUnread(path);
    log.add({ code: 'plan.wrong-type', range, args, path });
  }
  return names;
}

function expectedOf(noun: string): string {
  return `a map: the name of each ${noun}, then its values`;
}
