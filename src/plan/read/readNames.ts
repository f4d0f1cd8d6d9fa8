/** Reads a section whose keys are the user's own names: targets, nodes, engines, scenarios. */
import { t } from '@vscode/l10n';
import { joinPath } from '../keyPath';
import type { Range } from '../range';
import { reportUnspacedMap, reportUnspacedName } from './missingSpace';
import type { ProblemLog } from './problemLog';
import { reportWrongType, type ReadContext } from './readContext';

export interface Named {
  readonly name: string;
  readonly context: ReadContext;
}

/** What the entries of a section are. */
type Kind = 'target' | 'node' | 'engine' | 'scenario';

/** @param kind What one entry is. */
export function readNames(section: ReadContext | undefined, kind: Kind, log: ProblemLog): Named[] {
  if (section === undefined) {
    return [];
  }
  if (section.node.kind !== 'map') {
    if (!reportUnspacedMap(section, undefined, log)) {
      reportWrongType(log, section, expectedOf(kind));
    }
    return [];
  }
  const noun = nounOf(kind);
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
  kind: Kind,
  log: ProblemLog,
): Named[] {
  const names = readNames(section, kind, log);
  const isSaid = (within: Range): boolean =>
    log.problems.some(({ range }) => range.start >= within.start && range.end <= within.end);
  if (names.length === 0 && section?.node.kind === 'map' && !isSaid(section.range)) {
    const { path, range } = section;
    const args = { found: t`an empty map`, expected: expectedOf(kind), key: path.slice(1) };
    log.addUnread(path);
    log.add({ code: 'plan.wrong-type', range, args, path });
  }
  return names;
}

function expectedOf(kind: Kind): string {
  switch (kind) {
    case 'target':
      return t`a map: the name of each target, then its values`;
    case 'node':
      return t`a map: the name of each node, then its values`;
    case 'engine':
      return t`a map: the name of each engine, then its values`;
    case 'scenario':
      return t`a map: the name of each scenario, then its values`;
  }
}

/** Noun of an entry in findings, which is followed by its name. */
function nounOf(kind: Kind): string {
  switch (kind) {
    case 'target':
      return t`target`;
    case 'node':
      return t`node`;
    case 'engine':
      return t`engine`;
    case 'scenario':
      return t`scenario`;
  }
}
