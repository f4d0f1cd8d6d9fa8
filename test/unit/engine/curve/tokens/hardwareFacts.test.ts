import { describe, expect, it } from 'vitest';
import { findGpu, findModel } from '../../../../../src/engine/catalog/catalog';
import {
  toTokenModel,
  type HardwareFacts,
  type ModelArchitecture,
} from '../../../../../src/engine/curve/tokens/hardwareFacts';
import { rooflineOf, type Roofline } from '../../../../../src/engine/curve/tokens/roofline';

function architectureOf(name: string): ModelArchitecture | undefined {
  const found = findModel(name);
  return found && toTokenModel(found.model);
}

describe('accelerators', () => {
  it.each([
    ['h100', 3350],
    ['Nvidia H100 GPU', 3350],
    ['NVIDIA H100 PCIe', 2000],
    ['H100 NVL', 3900],
    ['A100-SXM4-80GB', 2039],
    ['A100 40GB', 1555],
    ['L4', 300],
    ['L40S', 864],
    ['AMD Instinct MI300X', 5300],
    ['tpu-v6e', 1640],
    ['Habana Gaudi2', 2450],
    ['NVIDIA GeForce RTX 4090', 1008],
  ])('finds %s', (name, gigabytesPerSecond) => {
    expect(findGpu(name)?.bandwidthBytesPerSecond).toBe(gigabytesPerSecond * 1e9);
  });

  it('finds nothing for what it does not know', () => {
    expect(findGpu('SambaNova SN40L')).toBeUndefined();
    expect(findGpu('?')).toBeUndefined();
  });
});

describe('architectures', () => {
  it.each([
    ['meta-llama/Meta-Llama-3-8B', 8.03],
    ['meta-llama/Llama-3.1-70B-Instruct', 70.55],
    ['llama-3.1-405b', 405.85],
    ['llama3.3:70b', 70.55],
    ['mistralai/Mixtral-8x7B-v0.1', 46.7],
    ['Qwen/Qwen2.5-7B-Instruct', 7.62],
    ['qwen3-32b', 32.76],
    ['Qwen/Qwen3-30B-A3B', 30.53],
    ['deepseek-ai/DeepSeek-R1', 671],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-8B', 8.03],
    ['dsr1', 671],
    ['openai/gpt-oss-120b', 116.8],
    ['gpt-oss-20b', 20.9],
    ['google/gemma-3-27b-it', 27],
    ['microsoft/phi-4', 14.66],
  ])('finds %s', (name, billions) => {
    expect(architectureOf(name)?.parameters).toBeCloseTo(billions * 1e9, -8);
  });

  it('finds nothing for what it does not know', () => {
    expect(architectureOf('my-own-model')).toBeUndefined();
  });
});

describe('the roofline', () => {
  const roofline = (model: string, changes: Partial<HardwareFacts> = {}): Roofline => {
    const facts = {
      accelerator: undefined,
      model: undefined,
      gpus: 8,
      weightBits: 8,
      cacheBits: 16,
    };
    const [accelerator, architecture] = [findGpu('H200'), architectureOf(model)];
    if (!accelerator || !architecture) throw new Error('unknown');
    return rooflineOf({ ...facts, ...changes }, accelerator, architecture, false);
  };

  it('reads all weights once a step', () => {
    const { denseWeights, experts } = roofline('llama-3.3-70b', { gpus: 1, weightBits: 16 });
    // without the table of input embeddings
    expect(denseWeights).toBeCloseTo(((70.55e9 - 128_256 * 8192) * 2) / 4.8e12, 5);
    expect(experts).toBe(0);
  });

  it('keeps a latent cache whole on each GPU, and splits any other', () => {
    expect(roofline('deepseek-r1').cache).toBeCloseTo((61 * 576 * 2) / 4.8e12, 15);
    expect(roofline('llama-3.1-405b').cache).toBeCloseTo((126 * 2048 * 2) / 4.8e12 / 8, 15);
  });

  it('exchanges nothing on one GPU', () => {
    expect(roofline('llama-3.1-8b', { gpus: 1 }).exchange).toBe(0);
  });
});
