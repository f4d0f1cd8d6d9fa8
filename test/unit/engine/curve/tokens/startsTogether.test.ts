/**
 * Benchmarks whose requests all start together: each waits for the prefills of the others before its first token, and
 * for none after it. Read as steady load they would seem to spend their time on prompts, and longer answers would seem
 * to cost nearly nothing.
 */
import { describe, expect, test } from 'vitest';
import {
  fitServer,
  type TokenObservation,
} from '../../../../../src/engine/curve/tokens/serverModel';

/** A run of llama-benchy: 4096 prompt tokens, 256 output tokens. */
function together(load: number, ttft: number, tokensPerSecond: number): TokenObservation {
  const tpot = 1 / tokensPerSecond;
  return { load, promptTokens: 4096, outputTokens: 256, ttft, tpot, latency: ttft + 255 * tpot };
}

/**
 * vLLM 0.26 on a DGX Spark, and the same server with 25 requests in flight that arrive one by one. Source:
 * djangodevreng/dgx-spark-benchmarks, commit 5636536703fb6fe6a4992f68162b93fa03e7f15e.
 */
const SERVERS = [
  {
    name: 'gemma-4-e2b-it, bf16',
    runs: [together(1, 0.3522, 39.07), together(5, 1.0952, 40.33), together(10, 1.974, 36.05)],
    steady: { latency: 23.6582, ttft: 0.57893, tpot: 0.046525 },
  },
  {
    name: 'gemma-4-e4b-it, bf16',
    runs: [together(1, 0.6056, 19.35), together(5, 1.8912, 20.54), together(10, 3.3707, 18.02)],
    steady: { latency: 44.7432, ttft: 0.97652, tpot: 0.088738 },
  },
  {
    name: 'gemma-4-26b-a4b-it, nvfp4',
    runs: [together(1, 0.6671, 29.79), together(5, 2.2828, 22.35), together(10, 3.8936, 17.19)],
    steady: { latency: 56.1964, ttft: 1.19129, tpot: 0.111495 },
  },
];
const BUSY = { load: 25, promptTokens: 4201, outputTokens: 501 };

describe.each(SERVERS)('$name', ({ runs, steady }) => {
  const server = fitServer({ engine: 'vllm', hardware: undefined, observations: runs });
  const { latency, ttft, tpot } = server.at(BUSY);

  test('more requests and longer answers are predicted within 15%', () => {
    expect(Math.abs(latency.value / steady.latency - 1)).toBeLessThan(0.15);
    expect(Math.abs(tpot.value / steady.tpot - 1)).toBeLessThan(0.15);
  });

  test('requests that arrive one by one wait for fewer prompts', () => {
    expect(Math.abs(ttft.value / steady.ttft - 1)).toBeLessThan(0.25);
    expect(ttft.value).toBeLessThan(0.5 * (runs.at(-1)?.ttft ?? 0));
  });

  test('the runs themselves stay as they were measured', () => {
    for (const run of runs) {
      expect(server.at(run).latency.value / (run.latency ?? 0)).toBeCloseTo(1, 1);
    }
  });
});

test('a steady load stays one: its first tokens hardly wait', () => {
  const runs = [
    { load: 1, promptTokens: 1000, outputTokens: 300, ttft: 0.06, latency: 2.1 },
    { load: 8, promptTokens: 1000, outputTokens: 300, ttft: 0.09, latency: 2.6 },
    { load: 32, promptTokens: 1000, outputTokens: 300, ttft: 0.14, latency: 4.1 },
  ];
  const evidence = { engine: 'vllm', hardware: undefined, observations: runs } as const;
  const point = { load: 16, promptTokens: 1000, outputTokens: 600 };
  const said = fitServer({ ...evidence, startsTogether: false }).at(point);
  expect(fitServer(evidence).at(point)).toEqual(said);
});
