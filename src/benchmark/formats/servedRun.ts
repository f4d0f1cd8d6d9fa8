/** Makes a run of what `vllm bench serve` and SGLang's `bench_serving` print, as JSON or as a block. */
import { lengthOf, ratio, scaled, sumOf, timesOf } from '../figures';
import { loadOf } from '../load';
import { remark, type Remark } from '../remarks';
import type { Run, Statistic, Times } from '../run';

type Metric = 'ttft' | 'tpot' | 'itl' | 'e2el';

export interface Served {
  readonly tool: string;
  readonly date?: string | undefined;
  readonly model?: string | undefined;
  readonly concurrency: number | undefined;
  /** Undefined for a rate without limit. */
  readonly ratePerSecond: number | undefined;
  /** 1 for random arrivals. */
  readonly burstiness: number | undefined;
  readonly isRamped?: boolean;
  readonly completed: number | undefined;
  /** Undefined if the tool does not count them. */
  readonly failed: number | undefined;
  readonly throughputPerSecond: number | undefined;
  readonly promptTokens: number | undefined;
  readonly outputTokens: number | undefined;
  readonly promptDeviation?: number | undefined;
  readonly outputDeviation?: number | undefined;
  readonly secondsOf: (metric: Metric, statistic: Statistic) => number | undefined;
  readonly noField: readonly string[];
  readonly remarks?: readonly Remark[];
}

export function servedRun(served: Served): Run {
  const { completed, failed, secondsOf, throughputPerSecond, tool, date, model } = served;
  const latency = times(secondsOf, 'e2el');
  const requests = sumOf(completed, failed);
  const found = loadOf({
    concurrency: served.concurrency,
    ratePerSecond: served.ratePerSecond,
    isUnlimited: true,
    arrivals: (served.burstiness ?? 1) === 1 ? 'random' : 'even',
    requests,
    throughputPerSecond,
    latencySeconds: latency.mean ?? latency.p50,
  });
  return {
    tool,
    date,
    model,
    load: served.isRamped ? { kind: 'unstated' } : found.load,
    requests,
    errors: failed,
    throughputPerSecond,
    latency,
    ttft: times(secondsOf, 'ttft'),
    tpot: times(secondsOf, 'tpot'),
    promptTokens: lengthOf(ratio(served.promptTokens, completed), served.promptDeviation),
    outputTokens: lengthOf(ratio(served.outputTokens, completed), served.outputDeviation),
    remarks: [
      ...(served.isRamped ? [remark('ramped-arrivals', {})] : found.remarks),
      ...(served.remarks ?? []),
      ...(secondsOf('itl', 'mean') === undefined ? [] : [remark('itl', {})]),
      remark('no-field', { what: served.noField }),
    ],
  };
}

function times(secondsOf: Served['secondsOf'], metric: Metric): Times {
  return timesOf((statistic) => secondsOf(metric, statistic));
}

/** Names of a statistic in keys and labels, the first that is there counts. */
export const NAMES_OF: Readonly<Record<Statistic, readonly string[]>> = {
  mean: ['mean'],
  p50: ['p50', 'median'],
  p90: ['p90'],
  p95: ['p95'],
  p99: ['p99'],
};

/** Looks a time up by each of its names. */
export function lookUp(
  statistic: Statistic,
  valueOf: (name: string) => number | undefined,
  factor: number,
): number | undefined {
  for (const name of NAMES_OF[statistic]) {
    const value = valueOf(name);
    if (value !== undefined) return scaled(value, factor);
  }
  return undefined;
}
