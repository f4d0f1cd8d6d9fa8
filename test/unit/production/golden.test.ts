/** What is read of each server's metrics: `UPDATE_GOLDEN=1 npx vitest run test/unit/production`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dumpText, looksOf, observed } from './metricsData';

test.each([
  ['vllm', ['vllm.before', 'vllm.after'], {}],
  ['vllm-0.6', ['vllm-0.6.before', 'vllm-0.6.after'], { parallel: 64 }],
  ['vllm-restarted', ['vllm-0.6.before', 'vllm-restarted.after', 'vllm-0.6.after'], {}],
  ['vllm-life', ['vllm.after'], {}],
  ['sglang', ['sglang.before', 'sglang.after'], {}],
  ['tgi', ['tgi.before', 'tgi.after'], { servers: 1 }],
  ['llamacpp', ['llamacpp.before', 'llamacpp.after'], { outputTokens: 150 }],
])('%s is read as before', (name, dumps, told) => {
  const actual = observed(looksOf(dumps.map(dumpText)), told);
  const golden = `test/golden/metrics/${name}.yaml`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, actual);
  expect(actual).toBe(readFileSync(golden, 'utf8'));
});
