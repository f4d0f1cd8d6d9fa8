/**
 * Reads the JSON of `vllm bench serve --save-result` (vllm/benchmarks/serve.py). Times are milliseconds in keys that
 * end with `_ms`; InferenceX writes the same keys without the ending, in seconds. Figures are of successful requests.
 */
import { t } from '@vscode/l10n';
import { dayOfText } from '../dates';
import { deviationOf } from '../figures';
import { hasKeys, listAt, numberAt, textAt, valueAt, type Json } from '../json';
import type { Run } from '../run';
import type { Format } from './format';
import { lookUp, servedRun } from './servedRun';

export const VLLM_JSON: Format = {
  title: 'vllm bench serve (JSON)',
  matches: ({ documents }) => documents.some(isVllm),
  read: ({ documents }) => ({ runs: documents.filter(isVllm).map(readRun), remarks: [] }),
};

function isVllm(json: Json): boolean {
  if (!hasKeys(json, 'completed', 'request_throughput')) return false;
  const names = ['ttft', 'tpot', 'e2el'].flatMap((metric) =>
    ['mean', 'median', 'p99'].flatMap((name) => [`${name}_${metric}_ms`, `${name}_${metric}`]),
  );
  // SGLang calls the whole latency `e2e_latency`
  return !hasKeys(json, 'mean_e2e_latency_ms') && names.some((name) => hasKeys(json, name));
}

function readRun(json: Json): Run {
  const completed = numberAt(json, 'completed');
  const sent = numberAt(json, 'num_prompts');
  const fewer = sent !== undefined && completed !== undefined ? sent - completed : undefined;
  const goodput = numberAt(json, 'request_goodput') === undefined ? [] : [t`goodput`];
  return servedRun({
    tool: 'vllm bench serve',
    date: dayOfText(textAt(json, 'date')),
    model: textAt(json, 'model_id'),
    concurrency: numberAt(json, 'max_concurrency'),
    ratePerSecond: numberAt(json, 'request_rate'),
    burstiness: numberAt(json, 'burstiness'),
    isRamped: textAt(json, 'ramp_up_strategy') !== undefined,
    completed,
    failed: numberAt(json, 'failed') ?? fewer,
    throughputPerSecond: numberAt(json, 'request_throughput'),
    promptTokens: numberAt(json, 'total_input_tokens'),
    outputTokens: numberAt(json, 'total_output_tokens'),
    promptDeviation: deviationOf(ofSuccesses(json, 'input_lens')),
    outputDeviation: deviationOf(ofSuccesses(json, 'output_lens')),
    secondsOf: (metric, statistic) =>
      lookUp(statistic, (name) => numberAt(json, `${name}_${metric}_ms`), 1e-3) ??
      lookUp(statistic, (name) => numberAt(json, `${name}_${metric}`), 1),
    noField: [t`token throughput`, t`standard deviations`, ...goodput],
  });
}

/** Lengths of the requests without an error (`--save-detailed`). */
function ofSuccesses(json: Json, key: string): readonly Json[] {
  const errors = listAt(json, 'errors');
  return listAt(valueAt(json, key)).filter((_, index) => (errors[index] ?? '') === '');
}
