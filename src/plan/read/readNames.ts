/** Reads a section whose keys are the user's own names: targets, nodes, engines, scenarios. */
import { joinPath } from '../keyPath';
import type { Range } from '../range';
import { reportUnspacedMap, reportUnspacedName } from './missingSpace';
import type { ProblemLog } from './problemLog';
import { reportWrongType, type ReadContext } from './readContext';

export interface Named {
  readonly name: string;
  readonly context: ReadContext;
}

/** @param noun Noun of one entry in findings: "scenario". */
export function readNames(
  section: ReadContext | undefined,
  noun: string,
  log: ProblemLog,
): Named[] {
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
      context: { node, path: joinPath(section.path, name), range, keyRange, where: { noun, name } },
    }));
}

/** Reads like `readNames`, but requires an entry: `{}` would leave nothing to assess. */
export function readSomeNames(
  section: ReadContext | undefined,
  noun: string,
  log: ProblemLog,
): Named[] {
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
