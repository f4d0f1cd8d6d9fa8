import { describe, expect, test } from 'vitest';
import { lookedUpParameters } from '../../../../src/engine/hardware/modelOf';
import { findGpu, findModel, isSingleSlotOnOllama } from '../../../../src/engine/catalog/catalog';
import { GPUS } from '../../../../src/engine/catalog/data/gpus';
import { MODELS } from '../../../../src/engine/catalog/data/models';

describe('a GPU is found by the names that people write', () => {
  test.for([
    ['L4', 'L4'],
    ['NVIDIA L4', 'L4'],
    ['Tesla T4', 'T4'],
    ['A100-80GB', 'A100 80GB SXM'],
    ['NVIDIA A100-SXM4-40GB', 'A100 40GB'],
    ['H100', 'H100 SXM'],
    ['NVIDIA GeForce RTX 4090', 'RTX 4090'],
    ['AMD Instinct MI300X', 'MI300X'],
    ['A100-SXM4-80GB', 'A100 80GB SXM'],
    ['NVIDIA-A100-SXM4-80GB-SHARED', 'A100 80GB SXM'],
    ['A100-SXM-80GB', 'A100 80GB SXM'],
    ['A100 PCIe 80 GB', 'A100 80GB PCIe'],
    ['nvidia-tesla-a100', 'A100 40GB'],
    ['NVIDIA-H100-80GB-HBM3', 'H100 SXM'],
    ['nvidia-h100-mega-80gb', 'H100 SXM'],
    ['H100-SXM5-80GB', 'H100 SXM'],
    ['NVIDIA H100 NVL', 'H100 NVL'],
    ['NVIDIA H100 PCIe', 'H100 PCIe'],
    ['nvidia-h200-141gb', 'H200 SXM'],
    ['V100-PCIE-32GB', 'V100 32GB'],
    ['Tesla V100-SXM2-16GB', 'V100 16GB'],
    ['MI300X OAM', 'MI300X'],
    ['NVIDIA GH200 480GB', 'GH200 96GB'],
    ['GB200', 'GB200'],
    ['B200 192GB', 'B200'],
    ['H20', 'H20'],
    ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 'RTX PRO 6000'],
    ['NVIDIA RTX 6000 Ada Generation', 'RTX 6000 Ada'],
    ['RTX A6000', 'RTX A6000'],
    ['A6000', 'RTX A6000'],
    ['4090', 'RTX 4090'],
    ['tpu-v6e-slice', 'TPU v6e'],
    ['Gaudi 3', 'Gaudi 3'],
    ['NVIDIA GB10', 'DGX Spark'],
    ['L40S-48GB', 'L40S'],
  ] as const)('%s', ([written, name]) => {
    expect(findGpu(written)?.name).toBe(name);
  });

  test('and what is not certain to be meant is not found', () => {
    const names = ['L', 'our own', '', 'A1000', 'H100S', 'H100 20GB', 'x'.repeat(10_000)];
    expect(names.map(findGpu)).toEqual(Array(names.length).fill(undefined));
  });
});

describe('a model is found by the names that people write', () => {
  test.for([
    ['llama3.1:8b', 'meta-llama/Llama-3.1-8B', undefined],
    ['llama3.1', 'meta-llama/Llama-3.1-8B', undefined],
    ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B', undefined],
    ['llama3.1:70b-instruct-q8_0', 'meta-llama/Llama-3.1-70B', 'q8_0'],
    ['hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4', 'meta-llama/Llama-3.1-8B', 'int4'],
    ['Qwen/Qwen2.5-7B-Instruct-AWQ', 'Qwen/Qwen2.5-7B-Instruct', 'awq'],
    ['Qwen2.5-7B', 'Qwen/Qwen2.5-7B', undefined],
    ['Qwen2.5-7B-Instruct', 'Qwen/Qwen2.5-7B-Instruct', undefined],
    ['qwen2.5:7b', 'Qwen/Qwen2.5-7B-Instruct', undefined],
    ['google/gemma-2-9b-it', 'google/gemma-2-9b', undefined],
    ['gemma2:9b-instruct-iq4_xs', 'google/gemma-2-9b', 'iq4_xs'],
    ['mixtral:8x7b-instruct-v0.1-q4_0', 'mistralai/Mixtral-8x7B-v0.1', 'q4_0'],
    ['gpt-oss:20b', 'openai/gpt-oss-20b', undefined],
  ] as const)('%s', ([written, name, quantization]) => {
    const found = findModel(written);
    expect([found?.model.name, found?.quantization]).toEqual([name, quantization]);
  });

  test('and what is not certain to be meant is not found', () => {
    for (const name of ['our-own', 'llama', 'deepseek-r1:8b', 'q4_k_m', '']) {
      expect(findModel(name)).toBeUndefined();
    }
  });

  test.for([
    ['llama3.2:1b', 'q8_0'],
    ['llama3.2:1b-instruct-q4_K_M', 'q4_k_m'],
    ['mistral-nemo:latest', 'q4_0'],
    ['llama2', 'q4_0'],
    ['llama2:7b-chat', 'q4_0'],
    ['llama2:13b', 'q4_0'],
    ['llama2:70b', 'q4_0'],
    ['llama3:70b', 'q4_0'],
    ['llama3:70b-instruct', 'q4_0'],
    ['meta-llama/Meta-Llama-3-70B-Instruct', undefined],
    ['mixtral', 'q4_0'],
    ['mixtral:8x22b', 'q4_0'],
    ['gemma2', 'q4_0'],
    ['gemma2:27b', 'q4_0'],
    ['llama3.3:70b', undefined],
    ['meta-llama/Llama-3.2-1B-Instruct', undefined],
    ['Llama-3.2-1B', undefined],
    ['llama3.2:3b', undefined],
  ] as const)(
    '%s has the quantization that Ollama serves it in, if that is its name there',
    ([name, quantization]) => {
      const found = findModel(name);
      expect(found?.quantization ?? found?.onOllama).toBe(quantization);
    },
  );

  test.for([
    'llama3.2-vision:11b',
    'x/llama3.2-vision:90b-instruct-q8_0',
    'meta-llama/Llama-3.2-11B-Vision-Instruct',
    'qwen3-vl:8b',
    'hf.co/Qwen/Qwen3-VL-30B-A3B-Instruct-GGUF',
    'qwen3.5',
    'qwen3.5:35b-a3b-q4_K_M',
    'qwen3.6:27b',
    'qwen3-next:80b',
    'lfm2:24b',
    'nemotron-3-nano:30b',
    'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B',
  ])('%s has one slot on Ollama', (name) => {
    expect(isSingleSlotOnOllama(name)).toBe(true);
  });

  test.for([
    'llama3.2:3b',
    'qwen3:8b',
    'qwen3:5b',
    'qwen3-coder:30b',
    'qwen2.5vl:7b',
    'nemotron:70b',
    'nemotron-mini:4b',
  ])('%s has as many as it is told', (name) => {
    expect(isSingleSlotOnOllama(name)).toBe(false);
  });
});

describe('what a token reads of a model, in billions', () => {
  /** From the sizes of all of its layers, without the table of input embeddings where that is one of its own. */
  test.for([
    ['llama2:7b', 6.61],
    ['llama2:13b', 12.85],
    ['llama2:70b', 68.71],
    ['llama3:8b', 7.5],
    ['llama3:70b', 69.5],
    ['llama3.1:8b', 7.5],
    ['llama3.1:70b', 69.5],
    ['llama3.1:405b', 403.75],
    ['llama3.2:1b', 1.24],
    ['llama3.2:3b', 3.21],
    ['llama3.3:70b', 69.5],
    ['mistral:7b', 7.11],
    ['mistral-nemo:12b', 11.58],
    ['mistral-small:24b', 22.9],
    ['mixtral:8x7b', 12.75],
    ['mixtral:8x22b', 38.95],
    ['qwen2.5:0.5b', 0.49],
    ['qwen2.5:1.5b', 1.54],
    ['qwen2.5:3b', 3.09],
    ['qwen2.5:7b', 7.07],
    ['qwen2.5:14b', 13.99],
    ['qwen2.5:32b', 31.99],
    ['qwen2.5:72b', 71.46],
    ['qwen3:4b', 4.02],
    ['qwen3:8b', 7.57],
    ['qwen3:14b', 13.99],
    ['qwen3:32b', 31.98],
    ['qwen3:30b-a3b', 3.04],
    ['qwen3:4b', 4.02],
    ['qwen3:235b', 21.57],
    ['Qwen/Qwen3-235B-A22B', 21.57],
    ['gemma3:4b', 3.88],
    ['google/gemma-3-12b-it', 11.77],
    ['gemma3:27b', 27.01],
    ['gemma2:9b', 9.24],
    ['gemma2:27b', 27.23],
    ['phi4:14b', 14.15],
    ['deepseek-r1:1.5b', 1.54],
    ['deepseek-r1:7b', 7.07],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-8B', 7.5],
    ['deepseek-r1:14b', 13.99],
    ['deepseek-r1:32b', 31.99],
    ['deepseek-r1:70b', 69.5],
    ['gpt-oss:20b', 3.6],
    ['gpt-oss:120b', 5.13],
  ] as const)('%s: %d', ([name, billions]) => {
    const model = findModel(name)?.model;
    if (!model) throw new Error(name);
    const read = (model.activeParameters - lookedUpParameters(model)) / 1e9;
    expect(Math.abs(read - billions)).toBeLessThan(0.01);
  });
});

test('an Ollama name of Qwen3 has the context of the one that it stands for', () => {
  const contexts = [
    'qwen3:30b',
    'Qwen/Qwen3-30B-A3B',
    'qwen3:8b',
    'Qwen/Qwen3-30B-A3B-Thinking-2507',
  ];
  expect(contexts.map((name) => findModel(name)?.model.contextTokens)).toEqual([
    262_144, 40_960, 40_960, 262_144,
  ]);
});

describe('catalogs', () => {
  test('find every entry by each of its names, and each name is of one entry', () => {
    for (const { names, gpu } of GPUS) {
      for (const name of names) expect(findGpu(name)).toBe(gpu);
    }
    for (const { names, model } of MODELS) {
      for (const name of names) expect(findModel(name)?.model).toBe(model);
    }
  });

  test('say for every entry where it comes from, and when somebody read it there', () => {
    for (const entry of [...GPUS.map(({ gpu }) => gpu), ...MODELS.map(({ model }) => model)]) {
      expect(entry.source).toMatch(/^https:\/\/[^ ]+$/);
      expect(entry.checked ?? 'nobody').toMatch(/^(\d{4}-\d{2}-\d{2}|nobody)$/);
    }
  });

  test('hold models whose parts fit together', () => {
    for (const { model } of MODELS) {
      expect(model.activeParameters).toBeLessThanOrEqual(model.parameters);
      expect(lookedUpParameters(model)).toBeLessThan(model.activeParameters / 3);
      const { layers, windows, states, experts } = model;
      expect((windows?.layers ?? 0) + (states?.layers ?? 0)).toBeLessThan(layers);
      expect(experts?.parameters ?? 0).toBeLessThan(model.parameters);
    }
  });
});
