/** The figures that each tool prints, beside what is imported of them: copied by hand from test/data/benchmarks. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { observationsYaml } from '../../../src/benchmark/yamlText';
import { dataText, importOf } from './benchmarkData';

interface Expected {
  readonly users?: number;
  readonly rate?: string;
  readonly throughput?: string;
  readonly latency?: string;
  readonly p99?: string;
  readonly ttft?: string;
  readonly tpot?: string;
  readonly requests?: number;
  readonly errors?: number;
}

const PRINTED: Readonly<Record<string, readonly Expected[]>> = {
  // Mean E2EL (ms): 11879.63, Mean TTFT (ms): 2456.23, Mean TPOT (ms): 74.20
  'vllm-block.golden.txt': [
    {
      users: 64,
      throughput: '5.32/s',
      latency: '11.87963s',
      p99: '15.02011s',
      ttft: '2.45623s',
      tpot: '74.2ms',
    },
  ],
  'vllm-json.golden.json': [
    {
      users: 16,
      throughput: '3.053/s',
      latency: '5.23678s',
      p99: '5.811s',
      ttft: '291.4ms',
      tpot: '38.94ms',
    },
  ],
  // seconds; 10 of 170 prompts were not answered, and its medians are no means
  'vllm-json.trap.json': [
    { users: 16, throughput: '3.153/s', p99: '9.59055s', requests: 170, errors: 10 },
  ],
  'sglang-json.golden.jsonl': [
    { rate: '16/s', throughput: '15.81/s', latency: '2.98044s', p99: '5.4109s', tpot: '14.97ms' },
    { users: 32, throughput: '11.1/s', latency: '2.8821s', ttft: '80.2ms' },
  ],
  'sglang-block.golden.txt': [
    { rate: '20/s', throughput: '18.83/s', latency: '3.7822s', ttft: '61.17ms', tpot: '14.51ms' },
  ],
  // 1.548 requests/s and 0.6445 s; inter-token latency 4.94 ms
  'guidellm-v1.golden.json': [
    {
      users: 1,
      throughput: '1.548/s',
      latency: '644.47ms',
      ttft: '16.79ms',
      tpot: '4.942ms',
      requests: 46,
    },
  ],
  'guidellm-v2.golden.json': [
    { throughput: '0.3984/s', latency: '19.79ms', ttft: '11.48ms', tpot: '1.151ms' },
    { throughput: '0.7941/s', latency: '17.63ms', ttft: '9.784ms', tpot: '1.09ms' },
  ],
  'aiperf.golden.json': [
    {
      users: 32,
      throughput: '9.7/s',
      latency: '3.2s',
      p99: '4.5s',
      ttft: '120.5ms',
      tpot: '12.08ms',
      requests: 1000,
      errors: 30,
    },
  ],
  'genai-perf.golden.json': [
    { users: 2, throughput: '0.8233/s', latency: '2.4135s', ttft: '195.84ms', tpot: '35.2ms' },
  ],
  'inference-perf.golden.json': [
    {
      throughput: '101.23/s',
      latency: '3.84401s',
      p99: '4.44024s',
      ttft: '2.61653s',
      requests: 7355,
      errors: 0,
    },
  ],
  'llmd-report.golden.yaml': [
    { rate: '10/s', throughput: '9.91/s', latency: '1.6488s', ttft: '36.86ms', tpot: '8.1ms' },
  ],
  'llmperf.golden.json': [
    { users: 5, throughput: '1.313/s', latency: '2.94727s', p99: '3.27933s', ttft: '225.18ms' },
  ],
  // milliseconds; the trap has 349 failed requests of 878, of which its times are without
  'k6.golden.json': [{ users: 20, throughput: '36.12/s', latency: '546.2ms', p99: '939.58ms' }],
  'k6.trap.json': [{ throughput: '21.66/s', latency: '21.23ms', requests: 878, errors: 349 }],
  // pp512: 2368.80 tokens/s, tg128: 131.42 tokens/s
  'llama-bench.golden.md': [
    { users: 1, ttft: '216.14ms' },
    { users: 1, tpot: '7.609ms' },
    { users: 1, latency: '1.18913s' },
  ],
  'batched-bench.golden.md': [
    { users: 1, latency: '4.159s', ttft: '655ms', tpot: '27.38ms' },
    { users: 8, latency: '12.172s', ttft: '5.248s', tpot: '54.09ms' },
  ],
  // total 18.29 s, of which 0.098 s to load; 160 tokens in 16.77 s
  'ollama.golden.txt': [{ users: 1, latency: '18.19564s', ttft: '1.34603s', tpot: '104.84ms' }],
  'mlperf.golden.txt': [
    {
      rate: '264.96/s',
      throughput: '264.31/s',
      latency: '17.49936s',
      p99: '62.05708s',
      ttft: '200.85ms',
      tpot: '61.4ms',
    },
  ],
  'csv.golden.csv': [
    {
      users: 1,
      throughput: '0.41/s',
      latency: '2.4305s',
      ttft: '61.2ms',
      tpot: '18.66ms',
      requests: 100,
      errors: 0,
    },
    {
      users: 8,
      throughput: '2.6/s',
      latency: '3.0769s',
      ttft: '112.9ms',
      tpot: '23.34ms',
      requests: 400,
      errors: 1,
    },
  ],
};

test.each(Object.entries(PRINTED))(
  '%s is imported with the figures that it prints',
  (name, expected) => {
    const yaml = observationsYaml(importOf(dataText(name)).added);
    const { observations } = parse(yaml) as { readonly observations: readonly object[] };
    expect(observations.map(meansOf)).toMatchObject(expected);
  },
);

/** Replaces maps of a time by their mean. */
function meansOf(observation: object): object {
  return Object.fromEntries(
    Object.entries(observation).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'object' && value !== null && 'mean' in value ? value.mean : value,
    ]),
  );
}
