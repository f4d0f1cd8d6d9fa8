/**
 * Reads `profile_export_aiperf.json` of AIPerf and `profile_export_genai_perf.json` of genai-perf: each metric is a map
 * with its unit. Their inter-token latency is (latency - TTFT) / (output tokens - 1), which a plan calls TPOT.
 */
import { t } from '@vscode/l10n';
import { dayOfText } from '../dates';
import { lengthOf, scaled, secondsOfUnit, sumOf, timesOf } from '../figures';
import { isObject, listAt, numberAt, textAt, toNumber, valueAt, type Json } from '../json';
import { loadOf } from '../load';
import { remark } from '../remarks';
import { NO_TIMES, type Length, type Run, type Times } from '../run';
import type { Format } from './format';

export const AIPERF: Format = {
  title: 'AIPerf',
  matches: ({ documents }) => documents.some(isAiPerf),
  read: ({ documents }) => ({
    runs: documents.filter(isAiPerf).map((json) => readRun(json, 'AIPerf')),
    remarks: [],
  }),
};

export const GENAI_PERF: Format = {
  title: 'genai-perf',
  matches: ({ documents }) => documents.some(isEither),
  read: ({ documents }) => ({
    runs: documents.filter(isEither).map((json) => readRun(json, 'genai-perf')),
    remarks: [],
  }),
};

function isEither(json: Json): boolean {
  const latency = valueAt(metricsOf(json), 'request_latency');
  return numberAt(latency, 'avg') !== undefined && textAt(latency, 'unit') !== undefined;
}

function isAiPerf(json: Json): boolean {
  return (
    isEither(json) &&
    (textAt(json, 'aiperf_version') !== undefined ||
      textAt(json, 'schema_version') !== undefined ||
      valueAt(json, 'was_cancelled') !== undefined ||
      valueAt(json, 'input_config', 'loadgen') !== undefined)
  );
}

/** Early versions of AIPerf have the metrics one level deeper. */
function metricsOf(json: Json): Json | undefined {
  const records = valueAt(json, 'records');
  return isObject(records) ? records : json;
}

function readRun(json: Json, tool: string): Run {
  const metrics = metricsOf(json);
  const completed = numberAt(metrics, 'request_count', 'avg');
  const errors = readErrors(json, metrics, tool);
  const latency = readTimes(metrics, ['request_latency']);
  const throughputPerSecond = numberAt(metrics, 'request_throughput', 'avg');
  const requests = sumOf(completed, errors);
  const found = loadOf({
    ...readAsked(json),
    requests,
    throughputPerSecond,
    latencySeconds: latency.mean,
  });
  return {
    tool,
    version: textAt(json, 'aiperf_version'),
    date: dayOfText(textAt(json, 'start_time')),
    model: readModel(valueAt(json, 'input_config')),
    load: found.load,
    requests,
    errors,
    throughputPerSecond,
    latency,
    ttft: readTimes(metrics, ['time_to_first_token', 'ttft']),
    tpot: readTimes(metrics, ['inter_token_latency']),
    promptTokens: readLength(metrics, 'input_sequence_length'),
    outputTokens: readLength(metrics, 'output_sequence_length'),
    remarks: [
      ...found.remarks,
      ...(valueAt(json, 'was_cancelled') === true ? [remark('cancelled', {})] : []),
      remark('no-field', {
        what: [
          t`token throughput`,
          t`time to second token`,
          t`standard deviations`,
          t`other percentiles`,
        ],
      }),
    ],
  };
}

/** `request_count` counts successes only. genai-perf does not count failures. */
function readErrors(json: Json, metrics: Json | undefined, tool: string): number | undefined {
  const counted = numberAt(metrics, 'error_request_count', 'avg');
  if (counted !== undefined || tool !== 'AIPerf') return counted;
  const summary = listAt(json, 'error_summary').map((each) => numberAt(each, 'count') ?? 0);
  return summary.reduce((sum, each) => sum + each, 0);
}

function readTimes(metrics: Json | undefined, names: readonly string[]): Times {
  const metric = names.map((name) => valueAt(metrics, name)).find((each) => each !== undefined);
  const factor = secondsOfUnit(textAt(metric, 'unit'));
  if (factor === undefined) return NO_TIMES;
  return timesOf((statistic) =>
    scaled(numberAt(metric, statistic === 'mean' ? 'avg' : statistic), factor),
  );
}

function readLength(metrics: Json | undefined, key: string): Length | undefined {
  return lengthOf(numberAt(metrics, key, 'avg'), numberAt(metrics, key, 'std'));
}

interface Asked {
  readonly concurrency: number | undefined;
  readonly ratePerSecond: number | undefined;
  readonly arrivals: 'random' | 'even' | 'unknown';
}

/** AIPerf sends at random moments unless told otherwise, genai-perf evenly. */
function readAsked(json: Json): Asked {
  const config = valueAt(json, 'input_config');
  const loadgen = valueAt(config, 'loadgen');
  const stimulus = valueAt(config, 'perf_analyzer', 'stimulus');
  const first = (...values: (Json | undefined)[]): number | undefined =>
    values.map(toNumber).find((value) => value !== undefined);
  const mode = textAt(loadgen, 'request_rate_mode') ?? textAt(config, 'request_rate_mode');
  return {
    concurrency: first(
      valueAt(loadgen, 'concurrency'),
      valueAt(stimulus, 'concurrency'),
      valueAt(config, 'concurrency'),
    ),
    ratePerSecond: first(
      valueAt(loadgen, 'request_rate'),
      valueAt(stimulus, 'request_rate'),
      valueAt(config, 'request_rate'),
    ),
    arrivals: isAiPerf(json) && (mode ?? 'poisson') === 'poisson' ? 'random' : 'even',
  };
}

function readModel(config: Json | undefined): string | undefined {
  const endpoint = valueAt(config, 'endpoint');
  const names = [
    ...listAt(endpoint, 'model_names'),
    ...listAt(config, 'model_names'),
    ...listAt(config, 'model'),
  ];
  const [name] = names;
  return typeof name === 'string' ? name : (textAt(config, 'model') ?? textAt(endpoint, 'model'));
}
