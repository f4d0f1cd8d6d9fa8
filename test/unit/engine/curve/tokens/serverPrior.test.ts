import { describe, expect, test } from 'vitest';
import { FACTORS } from '../../../../../src/engine/curve/tokens/priorFactors';
import { priorOf } from '../../../../../src/engine/curve/tokens/serverPrior';
import { hardwareOf } from '../../../../../src/engine/curve/serverHardware';
import { fitServer } from '../../../../../src/engine/curve/tokens/serverModel';
import { engineFor } from '../../../../accuracy/engineFor';
import { ENGINE_TYPES } from '../../../../../src/engine/plan/plan';

test.each(ENGINE_TYPES)('factors were fitted for %s', (type) => {
  expect(FACTORS).toHaveProperty([`sd.engine.${type}`]);
});

test('an engine without fitted factors is as uncertain as any other', () => {
  const { 'sd.engine.tgi': _, ...factors } = FACTORS;
  expect(priorOf(undefined, 'tgi', factors)).toEqual(priorOf(undefined, 'other', factors));
  expect(priorOf(undefined, 'tgi', FACTORS)).not.toEqual(priorOf(undefined, 'other', FACTORS));
});

describe('vLLM before 0.8, one H100 or four', () => {
  /** Seconds of an answer with so many in flight. */
  const latency = (version: string | undefined, gpus: number, load: number): number => {
    const model = 'meta-llama/Meta-Llama-3-8B';
    const engine = engineFor({
      type: 'vllm',
      version,
      model,
      quantization: 'fp16',
      gpu: 'H100',
      gpus,
    });
    const hardware = hardwareOf(engine)?.facts;
    const server = fitServer({ engine: 'vllm', hardware, observations: [] });
    return server.valueAt({ load, promptTokens: 2048, outputTokens: 2048 }, 'latency');
  };

  test('is slower than a newer one, and no version is the newest', () => {
    expect(latency('0.7.3', 1, 64)).toBeGreaterThan(1.1 * latency('0.8.0', 1, 64));
    expect(latency(undefined, 1, 64) / latency('0.11.2', 1, 64)).toBeCloseTo(1, 1);
  });

  test('gains less from more GPUs, since they do not shorten the work of its host', () => {
    const gain = (version: string): number => latency(version, 1, 64) / latency(version, 4, 64);
    expect(gain('0.6')).toBeLessThan(gain('0.11.2'));
  });

  // measured (LLM-Inference-Bench, arXiv 2411.00136): 48.2 and 33.3 s
  test.each([
    [1, 48.2],
    [4, 33.3],
  ])('takes what was measured on %d within 20%', (gpus, measured) => {
    expect(Math.abs(latency('0.6', gpus, 64) / measured - 1)).toBeLessThan(0.2);
  });
});
