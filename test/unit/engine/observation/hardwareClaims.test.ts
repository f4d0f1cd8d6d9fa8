/** Throughput that the GPUs cannot compute is a finding and verifies nothing, however the run states its load. */
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';

/** 32 prompts of 32,000 tokens in 2.5 s on four H100: 12.8/s, where they can compute 4.2/s. */
const planOf = (load: string): string => `version: 1
workload: { users: 32, thinkTime: 0s, promptTokens: 32000, outputTokens: 100 }
targets: { ok: { latency: <3s } }
nodes: { n: { gpu: H100, gpus: 4 } }
engines:
  v: { type: vllm, node: n, model: Qwen/Qwen3-14B, context: 40960, observations: [ { source: measured, ${load}, latency: 2.5s, promptTokens: 32000, outputTokens: 100 } ] }
scenarios: { A: { engine: v, parallel: 32 } }
`;

test.each([
  'parallel: 32, users: 32, throughput: 12.8/s, ttft: 50ms',
  'parallel: 32, users: 32, throughput: 12.8/s',
  'parallel: 32, users: 32',
  'parallel: 32',
])('%s', (load) => {
  const { assessment, findings } = analyzePlan(planOf(load));
  expect(findings.map(({ code }) => code)).toContain('observation.below-floor');
  const [verdict] = assessment?.scenarios[0]?.verdicts ?? [];
  expect(verdict).toMatchObject({ verified: false });
  expect(verdict?.objectives[0]?.reasons).toContain('beyond-hardware');
});

test('a throughput that they can compute is none', () => {
  const text = planOf('parallel: 32').replace('2.5s', '10s');
  const { findings } = analyzePlan(text);
  expect(findings.map(({ code }) => code)).not.toContain('observation.below-floor');
});
