/**
 * Reads `stage_N_lifecycle_metrics.json` of inference-perf, all times in seconds. A summary of all stages mixes their
 * loads, which is no point of a curve. Some versions count chunks as tokens: `checkRun` finds their TPOT.
 */
import { t } from '@vscode/l10n';
import { lengthOf, sumOf, timesOf } from '../figures';
import { hasKeys, numberAt, textAt, valueAt, type Json } from '../json';
import { remark, type Remark } from '../remarks';
import type { Length, Load, Run, Runs, Times } from '../run';
import type { Source } from '../source';
import type { Format } from './format';

export const INFERENCE_PERF: Format = {
  title: 'inference-perf',
  matches: ({ documents }) => documents.some(isInferencePerf),
  read: ({ documents }: Source): Runs => {
    const reports = documents.filter(isInferencePerf);
    const stages = reports.filter(isStage);
    return {
      runs: stages.map(readRun),
      remarks: stages.length < reports.length ? [remark('all-stages', {})] : [],
    };
  },
};

function isInferencePerf(json: Json): boolean {
  return hasKeys(json, 'load_summary', 'successes');
}

function isStage(json: Json): boolean {
  return ['requested_rate', 'achieved_rate', 'concurrency'].some(
    (key) => numberAt(json, 'load_summary', key) !== undefined,
  );
}

function readRun(json: Json): Run {
  const successes = valueAt(json, 'successes');
  const errors = numberAt(json, 'failures', 'count');
  const { load, remarks } = readLoad(valueAt(json, 'load_summary'));
  return {
    tool: 'inference-perf',
    model: textAt(json, 'model_name'),
    load,
    requests: sumOf(numberAt(successes, 'count'), errors),
    errors,
    throughputPerSecond: numberAt(successes, 'throughput', 'requests_per_sec'),
    latency: readTimes(successes, 'request_latency'),
    ttft: readTimes(successes, 'time_to_first_token'),
    tpot: readTimes(successes, 'time_per_output_token'),
    promptTokens: readLength(successes, 'prompt_len'),
    outputTokens: readLength(successes, 'output_len'),
    remarks: [
      ...remarks,
      remark('itl', {}),
      remark('no-field', { what: [t`token throughput`, t`schedule delay`, t`other percentiles`] }),
    ],
  };
}

/** Share of the asked rate below which it is said. */
const REACHED = 0.95;

/** The file does not say whether requests were evenly spaced. */
function readLoad(summary: Json | undefined): {
  readonly load: Load;
  readonly remarks: readonly Remark[];
} {
  const concurrency = numberAt(summary, 'concurrency');
  const asked = numberAt(summary, 'requested_rate');
  const reached = numberAt(summary, 'achieved_rate');
  if (concurrency !== undefined && concurrency >= 1) {
    return { load: { kind: 'users', users: concurrency }, remarks: [] };
  }
  const isLate = asked !== undefined && reached !== undefined && reached < REACHED * asked;
  const perSecond = asked ?? reached;
  return {
    load: { kind: 'unstated' },
    remarks: [
      ...(perSecond === undefined ? [] : [remark('unknown-arrivals', { perSecond })]),
      ...(isLate ? [remark('rate-unreached', { asked, reached })] : []),
    ],
  };
}

function readTimes(successes: Json | undefined, key: string): Times {
  const all = valueAt(successes, 'latency', key);
  return timesOf((statistic) =>
    statistic === 'p50'
      ? (numberAt(all, 'median') ?? numberAt(all, 'p50'))
      : numberAt(all, statistic),
  );
}

function readLength(successes: Json | undefined, key: string): Length | undefined {
  const all = valueAt(successes, key);
  return lengthOf(numberAt(all, 'mean'), undefined, {
    p50: numberAt(all, 'median') ?? numberAt(all, 'p50'),
    p95: numberAt(all, 'p95'),
  });
}
