/** A place of the plan before reading, with the reports of its possible problems. */
import type { KeyPath } from '../../engine/plan/plan';
import { describeNode } from '../buildTree';
import { joinPath, splitPath } from '../keyPath';
import type { PlanProblem, ProblemArgs, Where } from '../problems';
import type { Range } from '../range';
import type { YamlNode } from '../yamlTree';
import type { ProblemLog } from './problemLog';

export interface ReadContext {
  readonly node: YamlNode;
  readonly path: KeyPath;
  /** Range of the value, as far as findings on it reach. */
  readonly range: Range;
  /** Range for reports on a missing part: its key, or its first line. */
  readonly keyRange: Range;
  readonly where: Where;
}

export function reportWrongType(
  log: ProblemLog,
  { node, range: whole, path }: Pick<ReadContext, 'node' | 'range' | 'path'>,
  expected: string,
  key = lastKey(path),
): void {
  log.addUnread(path);
  // A broken alias already has its problem.
  if (node.kind !== 'nothing' || !node.broken) {
    // The own range of an aliased node is elsewhere.
    const range = whole.start === node.range.start ? visibleRange(node) : whole;
    const args = { found: describeNode(node), expected, key };
    log.add({ code: 'plan.wrong-type', range, args, path });
  }
}

/** A key that the map does not know, and the one most likely intended. */
export interface Slip {
  readonly key: string;
  readonly suggestion: string | undefined;
  /** Problem that was reported for it. */
  readonly problem: PlanProblem;
}

interface Missing {
  readonly keys: readonly string[];
  readonly need: ProblemArgs['plan.missing-key']['need'];
  readonly why?: string;
}

/**
 * Reports a missing key on the key of the map. If a slip explains it, the slip becomes the error, since the plan
 * needs the key.
 * @param slips Slips of the same map.
 */
export function reportMissing(
  log: ProblemLog,
  context: Pick<ReadContext, 'keyRange' | 'where' | 'path'>,
  { keys, need, why }: Missing,
  slips: readonly Slip[] = [],
): void {
  const { keyRange, where, path } = context;
  for (const key of keys) {
    log.addUnread(joinPath(path, key));
  }
  const args = { keys, need, where, why, instead: undefined };
  if (need !== 'all') {
    const slip =
      slips.find(({ suggestion }) => suggestion && keys.includes(suggestion)) ??
      slips.find(({ suggestion }) => suggestion === undefined);
    if (slip === undefined) {
      log.add({ code: 'plan.missing-key', range: keyRange, args, path });
    } else {
      log.replace(slip.problem, missingInstead(slip, args));
    }
    return;
  }
  const misspelt = new Map(slips.map((slip) => [slip.suggestion, slip]));
  const absent = keys.filter((key) => !misspelt.has(key));
  for (const key of keys) {
    const slip = misspelt.get(key);
    if (slip !== undefined) {
      log.replace(slip.problem, missingInstead(slip, { ...args, keys: [key] }));
    }
  }
  if (absent.length === 0) return;
  const all = { ...args, keys: absent };
  const unexplained = slips.filter(({ suggestion }) => suggestion === undefined);
  const [only] = unexplained;
  // one key too many and one too few are one mistake
  if (only && unexplained.length === 1 && absent.length === 1) {
    log.replace(only.problem, missingInstead(only, all));
  } else {
    log.add({ code: 'plan.missing-key', range: keyRange, args: all, path });
  }
}

function missingInstead(
  { key, suggestion, problem: { range, path, fixes } }: Slip,
  args: ProblemArgs['plan.missing-key'],
): PlanProblem {
  const problem = {
    code: 'plan.missing-key',
    range,
    args: { ...args, instead: { key, suggestion } },
    ...(fixes && { fixes }),
  } as const;
  return path === undefined ? problem : { ...problem, path };
}

function lastKey(path: KeyPath): string {
  return splitPath(path).at(-1) ?? '';
}

/** Returns the first line of a range over several lines. */
function visibleRange(node: YamlNode): Range {
  if (node.kind === 'map' && !node.flow) {
    return node.written[0]?.keyRange ?? node.range;
  }
  if (node.kind === 'list' && !node.flow) {
    const [first] = node.items;
    const end = first === undefined ? node.range.end : visibleRange(first.value).end;
    // An alias as the first item is defined before it.
    return { start: node.range.start, end: Math.max(end, node.range.start + 1) };
  }
  return node.range;
}
