/** Every formula, rendered with the inputs that the engine gives it: a name that is misspelt would show as a hole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMULA_CODES, formulaText } from '../../../src/messages/formulas';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { figuresOf } from '../../support/figuresOf';

const FOLDERS = ['test/plans/evidence', 'examples', 'test/golden/reports', 'test/golden/plans'];

/** What no example has. */
const OTHERS = [
  // a queue that is limited and full, rejections of users and of arrivals, a falling curve, a bound
  `version: 1
workload: { users: 900, thinkTime: 5s }
targets: { t: { rejected: <1%, p95: <9s, latency: <3s } }
nodes: { n: { price: 700 USD/month } }
engines:
  e:
    node: n
    maxQueue: 4
    observations:
      - { source: measured, parallel: 8, users: 4, latency: 2s }
      - { source: measured, parallel: 8, users: 8, latency: 1.8s }
  o:
    node: n
    observations:
      - { source: measured, parallel: 8, users: 30, throughput: 12/s, thinkTime: 1s }
      - { source: measured, parallel: 8, users: 30, throughput: 11/s, thinkTime: 1s }
  b: { node: n, observations: [{ source: reported, parallel: 4, latency: <1s }] }
scenarios:
  full: { engine: e, parallel: 8, nodes: 4 }
  open: { engine: e, parallel: 8, nodes: 4, workload: { rate: 60/s } }
  some: { engine: e, parallel: 8, nodes: 34 }
  steep: { engine: o, parallel: 64 }
  bound: { engine: b, parallel: 16 }
  near: { engine: e, parallel: auto, sizeFor: target }
  asks: { engine: e, parallel: 8, nodes: 4, workload: { thinkTime: 0s } }
`,
  // times of tokens by way of the first, and a load by its throughput
  `version: 1
workload: { users: 80, thinkTime: 0s, promptTokens: 100, outputTokens: 100 }
targets: { t: { tpot: <50ms, ttft: <3s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations:
      - { source: measured, parallel: 8, throughput: 4/s, latency: 2s, ttft: 200ms }
  l: { node: n, observations: [{ source: measured, parallel: 8, users: 8, latency: 2s }] }
scenarios: { A: { engine: e, parallel: 8 }, B: { engine: l, parallel: 8 } }
`,
  // percentiles of times of tokens by other ones
  `version: 1
workload: { users: 8, thinkTime: 0s }
targets: { t: { ttft: { p90: <3s }, tpot: { p95: <9s } } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations:
      - { source: measured, users: 8, latency: 9s, ttft: { p95: 2s }, tpot: { p50: 20ms } }
scenarios: { A: { engine: e, parallel: 8, nodes: 1 } }
`,
  // a percentile by a lower one
  `version: 1
workload: { users: 80, thinkTime: 0s }
targets: { t: { p99: <3s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations: [{ source: measured, parallel: 8, users: 8, latency: 2s, p95: 2.4s }]
scenarios: { A: { engine: e, parallel: 8 } }
`,
  // a server that pages, whose layers have windows
  `version: 1
workload: { users: 8 }
nodes: { n: { gpu: H100 } }
engines: { e: { node: n, type: vllm, model: "gpt-oss:120b", context: 128k } }
scenarios: { A: { engine: e, parallel: 8 } }
`,
  // a cache of latent vectors, whole on each GPU
  `version: 1
workload: { users: 8, promptTokens: 1000, outputTokens: 100 }
nodes: { n: { gpu: H200, gpus: 8 } }
engines: { e: { node: n, type: vllm, model: deepseek-ai/DeepSeek-R1 } }
scenarios: { A: { engine: e, parallel: 8 } }
`,
  // an engine that states what its weights take, and how much KV cache it has room for
  `version: 1
workload: { users: 8, promptTokens: 1000, outputTokens: 100 }
nodes: { n: { gpu: H100, gpus: 4 } }
engines: { e: { node: n, type: vllm, model: "llama3.3:70b", kvTokens: 800k, weightsMemory: 33 GiB } }
scenarios: { A: { engine: e, parallel: 8 } }
`,
  // a pass that is shown by a measurement with no less to do, growth by the week, an hour without load
  `version: 1
workload: { rate: 6/s, peakFactor: 2, serviceCv: 0.5, growth: 1%/week, profile: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5] }
targets: { t: { latency: <3s, p95: <9s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations:
      - { source: measured, parallel: 8, users: 1, latency: 1s }
      - { source: measured, parallel: 8, users: 4, latency: 1.2s }
      - { source: measured, parallel: 8, users: 6, latency: 1.4s }
      - { source: measured, parallel: 8, users: 8, latency: 1.8s }
      - { source: measured, parallel: 8, rate: 5/s, latency: 1.6s, p95: 3s }
scenarios:
  A: { engine: e, parallel: 8 }
  B: { engine: e, parallel: 32 }
  C: { engine: e, parallel: 8, nodes: 1, workload: { rate: 4/s, peakFactor: 1 } }
`,
  // observed with prompts and answers that are a little longer than the workload's
  `version: 1
workload: { users: 8, promptTokens: 1000, outputTokens: 200 }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations: [{ source: measured, parallel: 8, users: 8, latency: 5s, promptTokens: 1050, outputTokens: 210 }]
scenarios: { A: { engine: e, parallel: 8 } }
`,
  // more answers than two servers of quantized weights can compute
  `version: 1
workload: { users: 8, thinkTime: 0s, promptTokens: 1000, cachedTokens: 10%, outputTokens: 100 }
nodes: { n: { gpu: H100, gpus: 4 } }
engines:
  e:
    type: vllm
    node: n
    servers: 2
    model: meta-llama/Llama-3.1-8B-Instruct
    quantization: fp8
    observations:
      - { source: reported, servers: 2, parallel: 8, throughput: 9000/s, latency: 2s }
scenarios: { A: { engine: e, parallel: 8 } }
`,
  // more users on one server than the queueing model solves, and a queue that is full
  `version: 1
workload: { users: 2M, thinkTime: 1s }
nodes: { n: { price: 1 USD/h } }
engines: { e: { node: n, maxQueue: 4, observations: [{ source: measured, parallel: 8, users: 8, latency: 1s }] } }
scenarios: { A: { engine: e, parallel: 8, nodes: 1 } }
`,
  // growth beyond what a plan can state
  `version: 1
workload: { users: 1M, thinkTime: 0s, growth: 900%/month }
nodes: { n: { price: 1 USD/h } }
engines: { e: { node: n, observations: [{ source: measured, parallel: 8, users: 8, latency: 1s }] } }
scenarios: { A: { engine: e, parallel: 8 } }
`,
];

const PLANS = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.capacity.yaml'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  ),
  ...OTHERS,
];

const rendered = new Map<string, string>();
for (const text of PLANS) {
  const { assessment } = analyzePlan(text);
  for (const figure of assessment ? figuresOf(assessment) : []) {
    const { derivation } = figure;
    if (derivation.kind !== 'formula') continue;
    const line = formulaText(figure);
    const isBroken = /\?|undefined|NaN|\{|\}| {2}/.test(line);
    if (isBroken || !rendered.has(derivation.formula)) rendered.set(derivation.formula, line);
  }
}

test('every formula is reached by some plan', () => {
  expect(FORMULA_CODES.filter((code) => !rendered.has(code))).toEqual([]);
});

test.each(FORMULA_CODES)('%s has no hole', (code) => {
  expect(rendered.get(code) ?? '').not.toMatch(/\?|undefined|NaN|\{|\}| {2}/);
});
