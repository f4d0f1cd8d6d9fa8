/** Reads observations that the host made from files. Each is at the place where the plan names its file. */
import { t } from '@vscode/l10n';
import type { Observation } from '../../engine/plan/plan';
import { joinPath } from '../keyPath';
import { isInside, type ObservedFile, type PlanFiles } from '../planFiles';
import type { Range } from '../range';
import { readYaml } from '../yamlReader';
import { findEntry, type YamlEntry, type YamlNode } from '../yamlTree';
import { ProblemLog } from './problemLog';
import type { Located } from './readMap';
import { readObservation, type ObservationContext } from './readObservation';

/** Files that a plan names, and what it says of all their runs. */
export interface NamedFiles {
  readonly from: Located<string>;
  readonly beside: readonly YamlEntry[];
}

interface Around {
  readonly around: ObservationContext;
  readonly files: PlanFiles;
  /** Runs of the same engine that are read already: evidence counts once. */
  readonly seen: Set<string>;
}

export function readObservedFiles(
  { from, beside }: NamedFiles,
  { around, files, seen }: Around,
  log: ProblemLog,
): readonly Observation[] {
  const { path, range } = from;
  const found = observedIn(from.value, files);
  const nodes = (found ?? [])
    .flatMap((file) => nodesOf(file, from, log))
    .map((node) => complete(node, beside))
    .filter((node) => isFirst(node, seen));
  const said = new Set<string>();
  const observations = nodes.flatMap((node, index) => {
    const item = {
      node,
      path: joinPath(path, index),
      range,
      keyRange: range,
      where: { noun: t`an observation` },
    };
    const inner = new ProblemLog();
    const observation = readObservation(item, around, inner);
    inner.unreadablePaths.forEach((each) => log.addUnread(each));
    for (const problem of inner.problems) {
      // What stands beside the files is one problem, however many runs they hold.
      const { code, range: at, args } = problem;
      const key = JSON.stringify([code, at, args]);
      // Edits that mend an observation would be made in the path of its file.
      if (!said.has(key)) log.add({ ...problem, fixes: [] });
      said.add(key);
    }
    return observation ?? [];
  });
  // What is missing without them is no finding of its own; the host may still be reading.
  if (observations.length === 0) log.addUnread(path.slice(0, path.lastIndexOf('/')));
  return observations;
}

/** Returns the run with what the plan says of it, which a file may not know. */
function complete(run: YamlNode, beside: readonly YamlEntry[]): YamlNode {
  if (run.kind !== 'map' || beside.length === 0) return run;
  const stated = new Set(beside.map(({ key }) => key));
  const entries = [...run.entries.filter(({ key }) => !stated.has(key)), ...beside];
  return { ...run, entries, written: entries };
}

/** Tells if no run before it has the same figures, whatever its name and note. */
function isFirst(node: YamlNode, seen: Set<string>): boolean {
  const entries = node.kind === 'map' ? node.entries : [];
  const figures = entries.filter(({ key }) => key !== 'name' && key !== 'note');
  const key = JSON.stringify(figures.map(({ key: name, value }) => [name, textsOf(value)]));
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function textsOf(node: YamlNode): unknown {
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key, textsOf(value)]);
  return node.kind === 'scalar' ? node.text : undefined;
}

function observedIn(path: string, files: PlanFiles): readonly ObservedFile[] | undefined {
  if (!isInside(path)) return [{ file: path, problem: 'outside' }];
  const found = files.get(path);
  if (!found) return undefined;
  if ('observed' in found) return found.observed;
  // The plan names the same file as a model.
  return [{ file: path, problem: 'text' in found ? 'no-benchmark' : found.problem }];
}

function nodesOf(file: ObservedFile, { path, range }: Located<string>, log: ProblemLog) {
  if ('problem' in file) {
    const args = { file: file.file, problem: file.problem };
    log.add({ code: 'plan.file', range, path, args });
    return [];
  }
  const { root } = readYaml(file.observations);
  const list = root?.kind === 'map' ? findEntry(root, 'observations')?.value : undefined;
  return list?.kind === 'list' ? list.items.map(({ value }) => placeAt(value, range)) : [];
}

/** Returns the tree with all its ranges at one place. */
function placeAt(node: YamlNode, range: Range): YamlNode {
  if (node.kind === 'map') {
    const entries = node.entries.map((entry): YamlEntry => ({
      ...entry,
      keyRange: range,
      keySource: range,
      value: placeAt(entry.value, range),
      valueRange: range,
    }));
    return { ...node, range, entries, written: entries };
  }
  if (node.kind === 'list') {
    const items = node.items.map(({ value }) => ({ value: placeAt(value, range), range }));
    return { ...node, range, items };
  }
  return { ...node, range };
}
