/**
 * Reads the JSON lines of `sglang.bench_serving --output-file`, one line a run, times in milliseconds. It does not
 * count failed requests, except in the list of errors of `--output-details`.
 */
import { t } from '@vscode/l10n';
import { deviationOf } from '../figures';
import { hasKeys, listAt, numberAt, textAt, valueAt, type Json } from '../json';
import { remark, type Remark } from '../remarks';
import type { Run } from '../run';
import type { Format } from './format';
import { lookUp, servedRun } from './servedRun';

export const SGLANG_JSON: Format = {
  title: 'SGLang bench_serving (JSON)',
  matches: ({ documents }) => documents.some(isSglang),
  read: ({ documents }) => ({ runs: documents.filter(isSglang).map(readRun), remarks: [] }),
};

function isSglang(json: Json): boolean {
  return hasKeys(json, 'completed', 'mean_e2e_latency_ms');
}

function readRun(json: Json): Run {
  const errors = valueAt(json, 'errors') === undefined ? undefined : listAt(json, 'errors');
  return servedRun({
    tool: 'sglang.bench_serving',
    model: textAt(json, 'model_id') ?? textAt(json, 'model'),
    concurrency: numberAt(json, 'max_concurrency'),
    ratePerSecond: numberAt(json, 'request_rate'),
    burstiness: undefined,
    completed: numberAt(json, 'completed'),
    failed: errors?.filter((each) => typeof each === 'string' && each !== '').length,
    throughputPerSecond: numberAt(json, 'request_throughput'),
    promptTokens: numberAt(json, 'total_input_tokens'),
    outputTokens: numberAt(json, 'total_output_tokens'),
    promptDeviation: deviationOf(listAt(json, 'input_lens')),
    outputDeviation: deviationOf(listAt(json, 'output_lens')),
    secondsOf: (metric, statistic) => {
      const key = metric === 'e2el' ? 'e2e_latency' : metric;
      return lookUp(statistic, (name) => numberAt(json, `${name}_${key}_ms`), 1e-3);
    },
    noField: [t`token throughput`, t`standard deviations`],
    remarks: retokenizedRemarks(
      numberAt(json, 'completed'),
      numberAt(json, 'total_output_tokens'),
      numberAt(json, 'total_output_tokens_retokenized'),
    ),
  });
}

/** Difference of the two counts from which it is said. */
const NOTABLE = 0.1;

/** Says if the server's count of output tokens is not that of the tokenizer. */
export function retokenizedRemarks(
  completed: number | undefined,
  counted: number | undefined,
  retokenized: number | undefined,
): readonly Remark[] {
  if (!completed || !counted || !retokenized) return [];
  if (Math.abs(counted - retokenized) <= NOTABLE * counted) return [];
  const [server, tokenizer] = [counted / completed, retokenized / completed];
  return [remark('retokenized', { counted: server, retokenized: tokenizer })];
}
