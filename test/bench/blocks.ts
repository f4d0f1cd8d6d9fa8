/** Splits the time between ticks by whose code ran: ours, or that of VS Code and other extensions. */
import type { Profiler } from 'node:inspector';

/** Microseconds by the clock, and of processor time. */
export interface Tick {
  readonly clock: number;
  readonly worked: number;
}

/** Time between two ticks, in milliseconds. */
export interface Block {
  readonly clock: number;
  /** Processor time: without pauses in which other programs had the processor. */
  readonly worked: number;
  /** Part of it with our code on the stack, and the collection of garbage in between. */
  readonly ours: number;
  /** Part of ours in which garbage was collected. */
  readonly collecting: number;
  /** Functions that took most, each with what it called. */
  readonly functions: readonly (readonly [name: string, milliseconds: number])[];
}

interface Sample {
  readonly start: number;
  readonly end: number;
  readonly isOurs: boolean;
  readonly isCollecting: boolean;
  readonly functions: readonly string[];
}

/** @param root Folder whose code counts as ours. */
export function blocksIn(
  ticks: readonly Tick[],
  profile: Profiler.Profile,
  root: string,
): readonly Block[] {
  const samples = samplesOf(profile, root);
  let first = 0;
  return ticks.slice(1).map((end, index) => {
    const start = ticks[index] ?? end;
    while ((samples[first]?.end ?? Infinity) <= start.clock) first += 1;
    const inside: Sample[] = [];
    for (let at = first; (samples[at]?.start ?? Infinity) < end.clock; at += 1) {
      const sample = samples[at];
      if (sample) inside.push(clip(sample, start.clock, end.clock));
    }
    const worked = (end.worked - start.worked) / 1000;
    const ours = inside.filter(({ isOurs }) => isOurs);
    return {
      clock: (end.clock - start.clock) / 1000,
      worked,
      ours: Math.min(worked, sum(ours)),
      collecting: Math.min(worked, sum(ours.filter(({ isCollecting }) => isCollecting))),
      get functions() {
        return functionsIn(inside);
      },
    };
  });
}

function samplesOf(profile: Profiler.Profile, root: string): readonly Sample[] {
  const { nodes, samples = [], timeDeltas = [], startTime } = profile;
  const described = describeNodes(nodes, root);
  let start = startTime;
  let before = false;
  return samples.map((id, index) => {
    const node = described.get(id);
    const isCollecting = node?.functions.at(-1)?.startsWith('(garbage collector)') ?? false;
    start += timeDeltas[index] ?? 0;
    // The collector runs on behalf of the code that it interrupts.
    before = isCollecting ? before : (node?.isOurs ?? false);
    const end = start + (timeDeltas[index + 1] ?? 0);
    return { start, end, isCollecting, isOurs: before, functions: node?.functions ?? [] };
  });
}

interface Described {
  /** True if a function of ours is on the stack. */
  readonly isOurs: boolean;
  /** Functions on the stack. */
  readonly functions: readonly string[];
}

function describeNodes(
  nodes: readonly Profiler.ProfileNode[],
  root: string,
): ReadonlyMap<number, Described> {
  const described = new Map<number, Described>();
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  for (const { id, callFrame } of nodes) {
    // Parents come before their children.
    const parent = described.get(parents.get(id) ?? -1);
    const { functionName, url, lineNumber } = callFrame;
    const name = `${functionName || 'anonymous'}:${url.split('/').at(-1) ?? ''}:${lineNumber + 1}`;
    const isOurs = url.includes(root) || (parent?.isOurs ?? false);
    described.set(id, { isOurs, functions: [...(parent?.functions ?? []), name] });
  }
  return described;
}

function functionsIn(samples: readonly Sample[]): Block['functions'] {
  const times = new Map<string, number>();
  for (const sample of samples) {
    for (const name of new Set(sample.functions)) {
      times.set(name, (times.get(name) ?? 0) + sum([sample]));
    }
  }
  return [...times].sort(([, a], [, b]) => b - a).slice(0, MOST_FUNCTIONS);
}

const MOST_FUNCTIONS = 40;

function clip(sample: Sample, start: number, end: number): Sample {
  return { ...sample, start: Math.max(sample.start, start), end: Math.min(sample.end, end) };
}

/** Returns milliseconds. */
function sum(samples: readonly Sample[]): number {
  return samples.reduce((total, { start, end }) => total + end - start, 0) / 1000;
}
