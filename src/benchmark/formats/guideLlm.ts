/**
 * Reads GuideLLM's JSON report, both versions: one run a benchmark. Statistics count successful requests. Its time per
 * output token includes the first token, so that the plan's TPOT is its inter-token latency. `request_latency` is in
 * seconds, other times in milliseconds.
 */
import { t } from '@vscode/l10n';
import { dayOfSeconds } from '../dates';
import { lengthOf, scaled, sumOf, timesOf } from '../figures';
import { hasKeys, listAt, numberAt, textAt, valueAt, type Json } from '../json';
import { remark, type Remark } from '../remarks';
import type { Length, Load, Run, Runs, Times } from '../run';
import type { Source } from '../source';
import type { Format } from './format';

export const GUIDELLM: Format = {
  title: 'GuideLLM',
  matches: ({ documents }) => documents.some((json) => benchmarksOf(json).length > 0),
  read: ({ documents }: Source): Runs => ({
    runs: documents.flatMap((json) => benchmarksOf(json).map((each) => readRun(each, json))),
    remarks: [],
  }),
};

function benchmarksOf(json: Json): readonly Json[] {
  return listAt(json, 'benchmarks').filter((each) =>
    hasKeys(valueAt(each, 'metrics'), 'request_latency', 'time_to_first_token_ms'),
  );
}

function readRun(benchmark: Json, report: Json): Run {
  const metrics = valueAt(benchmark, 'metrics');
  const totals = valueAt(benchmark, 'request_totals') ?? valueAt(metrics, 'request_totals');
  const { load, remarks } = readLoad(benchmark);
  const errors = numberAt(totals, 'errored');
  const incomplete = numberAt(totals, 'incomplete') ?? 0;
  return {
    tool: 'GuideLLM',
    version: textAt(report, 'metadata', 'guidellm_version'),
    date: dayOfSeconds(numberAt(benchmark, 'start_time')),
    model:
      textAt(benchmark, 'config', 'backend', 'model') ??
      textAt(benchmark, 'worker', 'backend_model') ??
      textAt(report, 'args', 'model'),
    load,
    requests: sumOf(numberAt(totals, 'successful'), errors),
    errors,
    throughputPerSecond: numberAt(metrics, 'requests_per_second', 'successful', 'mean'),
    latency: readTimes(metrics, 'request_latency', 1),
    ttft: readTimes(metrics, 'time_to_first_token_ms', 1e-3),
    tpot: readTimes(metrics, 'inter_token_latency_ms', 1e-3),
    promptTokens: readLength(metrics, 'prompt_token_count'),
    outputTokens: readLength(metrics, 'output_token_count'),
    remarks: [
      ...remarks,
      ...(incomplete > 0 ? [remark('incomplete', { count: incomplete })] : []),
      remark('tpot-with-first-token', { what: t`time per output token` }),
      remark('no-field', {
        what: [t`token throughput`, t`standard deviations`, t`other percentiles`],
      }),
    ],
  };
}

function readTimes(metrics: Json | undefined, key: string, factor: number): Times {
  const all = valueAt(metrics, key, 'successful');
  return timesOf((statistic) => {
    if (statistic === 'mean') return scaled(numberAt(all, 'mean'), factor);
    const other = statistic === 'p50' ? numberAt(all, 'median') : undefined;
    return scaled(numberAt(all, 'percentiles', statistic) ?? other, factor);
  });
}

function readLength(metrics: Json | undefined, key: string): Length | undefined {
  const all = valueAt(metrics, key, 'successful');
  return lengthOf(numberAt(all, 'mean'), numberAt(all, 'std_dev'));
}

/** Reads the strategy; `max_concurrency` is a limit of the client, which is no load. */
function readLoad(benchmark: Json): { readonly load: Load; readonly remarks: readonly Remark[] } {
  const strategy =
    valueAt(benchmark, 'config', 'strategy') ??
    valueAt(benchmark, 'args', 'strategy') ??
    valueAt(benchmark, 'scheduler', 'strategy') ??
    valueAt(benchmark, 'strategy');
  const rate = numberAt(strategy, 'rate');
  const streams = numberAt(strategy, 'streams');
  switch (textAt(strategy, 'type_')) {
    case 'synchronous':
      return { load: { kind: 'users', users: 1 }, remarks: [] };
    case 'concurrent':
      if (streams !== undefined) return { load: { kind: 'users', users: streams }, remarks: [] };
      return UNSTATED;
    case 'poisson':
      return rate === undefined
        ? UNSTATED
        : { load: { kind: 'rate', perSecond: rate }, remarks: [] };
    case 'constant':
      return rate === undefined
        ? UNSTATED
        : { ...UNSTATED, remarks: [remark('even-arrivals', { perSecond: rate })] };
    case 'throughput':
      return { ...UNSTATED, remarks: [remark('all-at-once', { requests: undefined })] };
    default:
      return UNSTATED;
  }
}

const UNSTATED = { load: { kind: 'unstated' } as const, remarks: [] };
