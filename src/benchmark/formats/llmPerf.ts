/**
 * Reads the summary of llmperf's `token_benchmark_ray.py`, all times in seconds. Its threads send one request after
 * the other. Its inter-token latency divides the whole answer by all tokens, so it includes the first one.
 */
import { t } from '@vscode/l10n';
import { dayOfSeconds } from '../dates';
import { lengthOf, scaled, timesOf } from '../figures';
import { hasKeys, numberAt, textAt, type Json } from '../json';
import { loadOf } from '../load';
import { remark } from '../remarks';
import { NO_TIMES, type Length, type Run, type Times } from '../run';
import type { Format } from './format';

export const LLMPERF: Format = {
  title: 'llmperf',
  matches: ({ documents }) => documents.some(isLlmPerf),
  read: ({ documents }) => ({ runs: documents.filter(isLlmPerf).map(readRun), remarks: [] }),
};

function isLlmPerf(json: Json): boolean {
  return hasKeys(json, 'results_end_to_end_latency_s_mean');
}

function readRun(json: Json): Run {
  const requests = numberAt(json, 'results_num_requests_started');
  const found = loadOf({
    concurrency: numberAt(json, 'num_concurrent_requests'),
    arrivals: 'unknown',
    requests,
  });
  return {
    tool: 'llmperf',
    date: dayOfSeconds(numberAt(json, 'timestamp')),
    model: textAt(json, 'model'),
    load: found.load,
    requests,
    errors: numberAt(json, 'results_number_errors'),
    throughputPerSecond: scaled(numberAt(json, 'results_num_completed_requests_per_min'), 1 / 60),
    latency: readTimes(json, 'end_to_end_latency_s'),
    ttft: readTimes(json, 'ttft_s'),
    tpot: NO_TIMES,
    promptTokens: readLength(json, 'number_input_tokens'),
    outputTokens: readLength(json, 'number_output_tokens'),
    remarks: [
      ...found.remarks,
      remark('tpot-with-first-token', { what: t`inter-token latency` }),
      remark('no-field', {
        what: [t`token throughput`, t`standard deviations`, t`other percentiles`],
      }),
    ],
  };
}

function readTimes(json: Json, key: string): Times {
  return timesOf((statistic) =>
    numberAt(
      json,
      statistic === 'mean' ? `results_${key}_mean` : `results_${key}_quantiles_${statistic}`,
    ),
  );
}

function readLength(json: Json, key: string): Length | undefined {
  return lengthOf(numberAt(json, `results_${key}_mean`), numberAt(json, `results_${key}_stddev`));
}
