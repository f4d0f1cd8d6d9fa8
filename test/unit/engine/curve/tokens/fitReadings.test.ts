/** Offline batches that start late: their time includes some seconds whatever the lengths, as compiling kernels takes. */
import { describe, expect, test } from 'vitest';
import { hardwareOf } from '../../../../../src/engine/curve/serverHardware';
import {
  fitServer,
  type TokenObservation,
} from '../../../../../src/engine/curve/tokens/serverModel';
import { engineFor } from '../../../../accuracy/engineFor';

/** A batch of Mistral 7B; prompts are as long as answers. */
const batch = (load: number, tokens: number, latency: number): TokenObservation => ({
  load,
  promptTokens: tokens,
  outputTokens: tokens,
  latency,
});

/** Latency of one request of 2,048 tokens, by two batches of 128 tokens. */
function longer(gpu: string, runs: readonly TokenObservation[], startsTogether: boolean): number {
  const engine = engineFor({
    type: 'vllm',
    version: '0.6',
    model: 'mistralai/Mistral-7B-v0.1',
    quantization: 'fp16',
    gpu,
    gpus: 1,
  });
  const hardware = hardwareOf(engine)?.facts;
  const server = fitServer({ engine: 'vllm', hardware, observations: runs, startsTogether });
  return server.valueAt({ load: 1, promptTokens: 2048, outputTokens: 2048 }, 'latency');
}

// LLM-Inference-Bench (arXiv 2411.00136), vLLM on one Intel GPU
const LATE = [batch(1, 128, 19.32), batch(64, 128, 38.25)];
const LONG = 45.5;

describe('an offline batch on an Intel GPU', () => {
  test('is read as one that starts late if that is more likely', () => {
    expect(longer('Intel PVC', LATE, true) / LONG).toBeGreaterThan(0.7);
    expect(longer('Intel PVC', LATE, true) / LONG).toBeLessThan(1.4);
  });

  test('is read as it is if its times are those of its work', () => {
    const usual = [batch(1, 128, 1.9), batch(64, 128, 20)];
    expect(longer('Intel PVC', usual, true)).toBeGreaterThan(20);
    expect(longer('Intel PVC', usual, true)).toBeLessThan(45);
  });
});

test('no server, and no GPU of another maker, is read as one that starts late', () => {
  const byLength = LONG * 4;
  expect(longer('Intel PVC', LATE, false)).toBeGreaterThan(byLength);
  expect(longer('H100', LATE, true)).toBeGreaterThan(byLength);
});
