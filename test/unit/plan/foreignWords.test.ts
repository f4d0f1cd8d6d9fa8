/** Words that people bring from servers and manifests: each says how it is written here, with its value. */
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { around } from '../../support/markedPlan';

function fixesOf(plan: string): readonly string[] {
  return analyzePlan(plan).findings.flatMap(({ code, fixes }) =>
    code === 'plan.unknown-key' || code === 'plan.missing-key'
      ? (fixes ?? []).map(([edit]) => edit?.text ?? '')
      : [],
  );
}

test.each([
  ['tensorParallel: 4', 'gpusPerServer: 4'],
  ['tensor-parallel-size: 4', 'gpusPerServer: 4'],
  ['tensor_parallel_size: 4', 'gpusPerServer: 4'],
  ['tp: 4', 'gpusPerServer: 4'],
  ['replicas: 2', 'servers: 2'],
  ['max-model-len: 32768', 'context: 32768'],
  ['max_model_len: 32768', 'context: 32768'],
  ['num_ctx: 8192', 'context: 8192'],
  ['gpu_memory_utilization: 0.95', 'memoryShare: 0.95'],
  ['gpuMemoryUtilization: 0.95', 'memoryShare: 0.95'],
  ['kv_cache_dtype: fp8', 'kvCache: fp8'],
  ['kv-cache-dtype: fp8_e4m3', 'kvCache: fp8'],
  ['OLLAMA_KV_CACHE_TYPE: q8_0', 'kvCache: q8_0'],
  ['dtype: bfloat16', 'quantization: bf16'],
  ['max-num-batched-tokens: 4096', 'batchedTokens: 4096'],
])('an engine’s %s is %s', (words, fix) => {
  expect(fixesOf(around({ engine: `type: vllm\n    ${words}` }))).toEqual([fix]);
});

test.each([
  ['max_num_seqs: 64', 'parallel: 64'],
  ['max-num-seqs: 64', 'parallel: 64'],
  ['num_parallel: 4', 'parallel: 4'],
  ['OLLAMA_NUM_PARALLEL: 4', 'parallel: 4'],
])('a scenario’s %s is %s', (words, fix) => {
  expect(fixesOf(around({ scenario: `{ engine: e, ${words} }` }))).toEqual([fix]);
});

test('slots in an engine are a scenario’s', () => {
  const { findings } = analyzePlan(around({ engine: 'type: vllm\n    max_num_seqs: 64' }));
  const [unknown] = findings.filter(({ code }) => code === 'plan.unknown-key');
  expect(JSON.stringify(unknown)).toContain('parallel');
});

test('a value that does not fit is not carried over', () => {
  expect(fixesOf(around({ engine: 'type: vllm\n    tp: all' }))).toEqual([]);
});

test.each([
  ['value: 3 USD/h', 'amount: 3 USD/h'],
  ['cost: 3 USD/h', 'amount: 3 USD/h'],
  ['perHour: 3 USD/h', 'amount: 3 USD/h'],
])('a price’s %s is %s', (words, fix) => {
  const text = around({}).replace(/^ {2}n: .*$/m, `  n: { price: { ${words} } }`);
  expect(fixesOf(text)).toEqual([fix]);
});
