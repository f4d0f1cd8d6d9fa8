/** Reads the observations of an engine: those of the plan, and those of files that it names. */
import { t } from '@vscode/l10n';
import type { Engine, Observation } from '../../engine/plan/plan';
import { FROM_FILES } from '../fields/tables';
import { joinPath } from '../keyPath';
import type { PlanFiles } from '../planFiles';
import { findEntry, type YamlEntry } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import { reportWrongType, type ReadContext } from './readContext';
import { readMap } from './readMap';
import { readObservation, type ObservationContext } from './readObservation';
import { readObservedFiles, type NamedFiles } from './readObservedFiles';

export function readObservations(
  context: ReadContext | undefined,
  around: ObservationContext,
  log: ProblemLog,
  files: PlanFiles,
): Pick<Engine, 'observations' | 'observationFiles'> {
  const paths: string[] = [];
  const seen = new Set<string>();
  const fromFiles = (item: ReadContext): readonly Observation[] => {
    const named = readFrom(item, log);
    if (!named) return [];
    paths.push(named.from.value);
    return readObservedFiles(named, { around, files, seen }, log);
  };
  const observations = readItems(context, around, log, fromFiles);
  return { observations, ...(paths.length > 0 && { observationFiles: paths }) };
}

function readItems(
  context: ReadContext | undefined,
  around: ObservationContext,
  log: ProblemLog,
  fromFiles: (item: ReadContext) => readonly Observation[],
): readonly Observation[] {
  if (context === undefined) return [];
  if (namesFiles(context)) return fromFiles(context);
  if (context.node.kind !== 'list') {
    reportWrongType(log, context, t`a list: each observation begins with a dash`);
    return [];
  }
  return context.node.items.flatMap(({ value: node, range }, index) => {
    // A list item has no key, so a missing part is reported on its first key.
    const keyRange = (node.kind === 'map' ? node.entries[0]?.keyRange : undefined) ?? range;
    const path = joinPath(context.path, index);
    const item = { node, path, range, keyRange, where: { noun: t`an observation` } };
    return namesFiles(item) ? fromFiles(item) : (readObservation(item, around, log) ?? []);
  });
}

function namesFiles({ node }: ReadContext): boolean {
  return node.kind === 'map' && findEntry(node, 'from') !== undefined;
}

/** Returns undefined if the files, or a key beside them that holds for all their runs, cannot be read. */
function readFrom(context: ReadContext, log: ProblemLog): NamedFiles | undefined {
  const where = { noun: t(FROM_FILES.noun) };
  const { values, isUnusable } = readMap({ ...context, where }, FROM_FILES.fields, log);
  const beside = context.node.kind === 'map' ? context.node.entries.filter(isBeside) : [];
  if (values.from && !beside.some(({ key }) => isUnusable(key))) {
    return { from: values.from, beside };
  }
  log.addUnread(context.path);
  return undefined;
}

function isBeside(entry: YamlEntry): entry is YamlEntry & { readonly key: BesideKey } {
  return entry.key !== 'from' && Object.hasOwn(FROM_FILES.fields, entry.key);
}

type BesideKey = Exclude<keyof typeof FROM_FILES.fields, 'from'>;
