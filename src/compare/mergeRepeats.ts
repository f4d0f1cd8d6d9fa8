/** Merges runs that were repeated at the same load: together they know each figure better. */
import { STATISTICS } from '../benchmark/figures';
import type { Run, Times } from '../benchmark/run';
import { keyOf } from './loadKey';

export function mergeRepeats(runs: readonly Run[]): readonly Run[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = [keyOf(run), run.promptTokens?.mean, run.outputTokens?.mean].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()].flatMap((group) => merged(group) ?? []);
}

function merged(runs: readonly Run[]): Run | undefined {
  const [first, ...others] = runs;
  if (!first || others.length === 0) return first;
  const count = runs.every(({ requests }) => requests !== undefined);
  const sum = (of: (run: Run) => number | undefined): number =>
    runs.reduce((total, run) => total + (of(run) ?? 0), 0);
  return {
    ...first,
    requests: count ? sum(({ requests }) => requests) : undefined,
    errors: sum(({ errors }) => errors),
    throughputPerSecond: meanOf(runs, ({ throughputPerSecond }) => throughputPerSecond),
    latency: timesOf(runs, ({ latency }) => latency),
    ttft: timesOf(runs, ({ ttft }) => ttft),
    tpot: timesOf(runs, ({ tpot }) => tpot),
  };
}

function timesOf(runs: readonly Run[], of: (run: Run) => Times): Times {
  return Object.fromEntries(
    STATISTICS.flatMap((statistic) => {
      const value = meanOf(runs, (run) => of(run)[statistic]);
      return value === undefined ? [] : [[statistic, value]];
    }),
  );
}

/** Mean by requests; undefined if a run does not have the figure. */
function meanOf(runs: readonly Run[], of: (run: Run) => number | undefined): number | undefined {
  let total = 0;
  let weights = 0;
  for (const run of runs) {
    const value = of(run);
    if (value === undefined) return undefined;
    const weight = run.requests ?? 1;
    total += weight * value;
    weights += weight;
  }
  return total / weights;
}
