/** One mistake is one finding: what only follows from a part that could not be read is not said. */
import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';

const CLEAN = `version: 1
workload: { users: 1000, thinkTime: 0s, promptTokens: 100, outputTokens: 100 }
targets:
  fast: { latency: <1s, budget: <5000 USD/h }
policy: { spare: 0 }
nodes:
  l4: { gpu: L4, gpus: 2, price: { amount: 1.50 USD/h, date: 2026-01-31 } }
engines:
  ollama:
    node: l4
    type: vllm
    servers: 2
    observations:
      - { source: measured, parallel: 2, users: 2, servers: 2, latency: 0.3s, promptTokens: 100, outputTokens: 100 }
      - { source: measured, nodes: 10, parallel: 8, users: 160, latency: 0.8s, promptTokens: 100, outputTokens: 100 }
scenarios:
  A: { engine: ollama, parallel: 8 }
  B: { engine: ollama, parallel: 4 }
`;

const codesOf = (text: string): string[] =>
  analyzePlan(text, { asOf: '2026-06-30' }).findings.map(({ code }) => code);

function change(from: string | RegExp, to: string): string {
  const text = CLEAN.replace(from, to);
  if (text === CLEAN) throw new Error(`nothing to change: ${String(from)}`);
  return text;
}

test('without a mistake there is no finding', () => {
  expect(codesOf(CLEAN)).toEqual([]);
});

describe('one mistake, one finding', () => {
  test.each<[from: string | RegExp, to: string, code: string]>([
    ['source: measured, nodes', 'source: mesured, nodes', 'plan.value'],
    ['source: measured, nodes', 'nodes', 'plan.missing-key'],
    ['source: measured, nodes', 'sorce: measured, nodes', 'plan.missing-key'],
    ['nodes: 10', 'nodes: ~10', 'plan.value'],
    ['nodes: 10', 'nodes: ten', 'plan.value'],
    ['users: 160', 'users: many', 'plan.value'],
    ['users: 160', 'users: 1.600', 'plan.ambiguous'],
    ['users: 160', 'throughput: abc', 'plan.value'],
    ['users: 160', 'users:160', 'plan.missing-space'],
    ['parallel: 8, users', 'parallel: 0, users', 'plan.out-of-range'],
    ['latency: 0.8s', 'latency: 0.8', 'plan.unit'],
    ['latency: 0.8s', 'latency: "0,8s"', 'plan.value'],
    ['latency: 0.8s', 'latency: 0.8s, thinkTime: no', 'plan.value'],
    ['latency: 0.8s', 'latency: 0.8s, requests: 10, errors: 12', 'plan.out-of-range'],
    ['latency: 0.8s', 'latency: 0.8s, requests: ten, errors: 1', 'plan.value'],
    ['latency: 0.8s', 'latency: 0.8s, throughput: 200/m', 'plan.unit'],
    ['latency: 0.8s, promptTokens: 100', 'latency: 0.8s, promptTokens: 1.000', 'plan.ambiguous'],
    ['outputTokens: 100 }\ntargets', 'outputTokens: a }\ntargets', 'plan.value'],
    ['thinkTime: 0s', 'thinkTime: 5', 'plan.unit'],
    ['thinkTime: 0s', 'thinkTime: "0,5s"', 'plan.value'],
    ['thinkTime: 0s', 'think_time: 0s', 'plan.unknown-key'],
    ['thinkTime: 0s', 'thinkTime: 0s, serviceCv: x', 'plan.value'],
    ['thinkTime: 0s', 'thinkTime: 0s, horizon: 2 years, growth: 5%', 'plan.unit'],
    ['thinkTime: 0s', 'thinkTime: 0s, profile:', 'plan.wrong-type'],
    ['users: 1000, thinkTime: 0s', 'rate: 100/s, peakFactor: 0.5', 'plan.out-of-range'],
    ['users: 1000', 'users: 1000 people', 'plan.unit'],
    ['users: 1000', 'Users: 1000', 'plan.missing-key'],
    ['users: 1000', 'users:1000', 'plan.missing-space'],
    [/workload: .*/, 'workload: 1000', 'plan.wrong-type'],
    [/workload: .*/, 'workload:', 'plan.missing-key'],
    [/workload: .*/, 'worload: { users: 5 }', 'plan.missing-key'],
    ['2026-01-31', '31.01.2026', 'plan.value'],
    ['date: 2026', 'dat: 2026', 'plan.unknown-key'],
    ['1.50 USD/h', '1.50', 'plan.unit'],
    [/price: \{.*\} \}/, 'price: cheap }', 'plan.value'],
    [/price: \{.*\} \}/, 'price: [1] }', 'plan.wrong-type'],
    [/price: \{.*\} \}/, 'price: }', 'plan.wrong-type'],
    ['amount: 1.50', 'amunt: 1.50', 'plan.missing-key'],
    [/ {2}l4: .*/, '  l4: L4', 'plan.wrong-type'],
    [/nodes:\n.*\n/, 'nodes: L4\n', 'plan.wrong-type'],
    [/nodes:\n.*\n/, 'nodes:\n', 'plan.wrong-type'],
    ['  node: l4', '  node: l5', 'plan.unknown-reference'],
    ['  node: l4', '  nod: l4', 'plan.missing-key'],
    ['gpus: 2', 'gpus: two', 'plan.value'],
    ['servers: 2', 'servers: two', 'plan.value'],
    ['type: vllm', 'type: VLLM', 'plan.value'],
    [/ {2}ollama:\n[^]*(?=scenarios)/, '  ollama: abc\n', 'plan.wrong-type'],
    [/ {4}observations:\n[^]*(?=scenarios)/, '    observations: abc\n', 'plan.wrong-type'],
    [/ {4}observations:\n[^]*(?=scenarios)/, '    observations:\n', 'plan.wrong-type'],
    [/ {4}observations:\n[^]*(?=scenarios)/, '    observations: { a: 1 }\n', 'plan.wrong-type'],
    [/ {4}observations:\n[^]*(?=scenarios)/, '    observations: [abc]\n', 'plan.wrong-type'],
    [/engines:\n[^]*(?=scenarios)/, 'engines: [{ node: l4 }]\n', 'plan.wrong-type'],
    [/engines:\n[^]*(?=scenarios)/, 'engines:\n', 'plan.wrong-type'],
    [/engines:\n[^]*(?=scenarios)/, 'engines: {}\n', 'plan.wrong-type'],
    [/engines:\n[^]*(?=scenarios)/, '', 'plan.missing-key'],
    ['engines:', 'engine:', 'plan.missing-key'],
    [/targets:\n.*\n/, 'targets: 5\n', 'plan.wrong-type'],
    [
      /targets:\n.*\n/,
      'targets: { fast: { latency: abc }, slow: { latency: 9s } }\n',
      'plan.value',
    ],
    ['latency: <1s, budget: <5000 USD/h', 'latencey: <1s', 'plan.missing-key'],
    ['spare: 0', 'spare: none', 'plan.value'],
    ['spare: 0', 'spar: 0', 'plan.unknown-key'],
    ['policy: { spare: 0 }', 'policy:', 'plan.wrong-type'],
    ['parallel: 8 }', 'parallel: 8, policy: { spare: x } }', 'plan.value'],
    ['parallel: 8 }', 'parallel: 8, workload: { users: x } }', 'plan.value'],
    ['parallel: 8 }', 'parallel: 8, workload: }', 'plan.wrong-type'],
    ['parallel: 8 }', 'paralel: 8 }', 'plan.missing-key'],
    ['engine: ollama, parallel: 8', 'engine: olama, parallel: 8', 'plan.unknown-reference'],
    [/scenarios:[^]*/, 'scenarios:\n', 'plan.wrong-type'],
    [/scenarios:[^]*/, 'scenarios:\n  null: { engine: ollama, parallel: 8 }\n', 'plan.wrong-type'],
    [/- \{ source: measured, nodes.*/, '- { source: measured }', 'plan.missing-key'],
    [/- \{ source: measured, nodes.*/, '-', 'plan.missing-key'],
  ])('%s: %s', (from, to, code) => {
    expect(codesOf(change(from, to))).toEqual([code]);
  });
});
