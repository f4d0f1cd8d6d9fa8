/**
 * `config.json` files as published, by way of ai-dynamo/aiconfigurator (Apache 2.0): what is counted from their sizes is
 * what the models are known to have.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findModel } from '../../../../src/engine/catalog/catalog';
import { MAX_CONFIG_BYTES, readConfig } from '../../../../src/engine/catalog/readConfig';
import type { Architecture } from '../../../../src/engine/plan/architecture';
import { modelMap } from '../../../../src/plan/modelMap';
import { readPlan } from '../../../../src/plan/readPlan';

const FOLDER = join(import.meta.dirname, '../../../data/configs');

function configOf(name: string): string {
  return readFileSync(join(FOLDER, `${name.replace('/', '--')}.json`), 'utf8');
}

function read(name: string): Architecture {
  const found = readConfig(configOf(name));
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const MODELS: readonly (readonly [name: string, total: number, active: number])[] = [
  ['meta-llama/Meta-Llama-3.1-8B', 8.03e9, 8.03e9],
  ['Qwen/Qwen3-30B-A3B-FP8', 30.5e9, 3.35e9],
  ['deepseek-ai/DeepSeek-R1', 671e9, 37.5e9],
  ['openai/gpt-oss-20b', 20.9e9, 4.19e9],
  ['nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', 31.6e9, 3.6e9],
];

describe('parameters', () => {
  test.each(MODELS)('%s', (name, total, active) => {
    const { parameters, activeParameters } = read(name);
    expect(Math.abs(parameters / total - 1)).toBeLessThan(0.01);
    expect(Math.abs(activeParameters / active - 1)).toBeLessThan(0.06);
  });
});

test.each([
  'meta-llama/Meta-Llama-3.1-8B',
  'deepseek-ai/DeepSeek-R1',
  'openai/gpt-oss-20b',
  'Qwen/Qwen3.5-27B',
  'google/gemma-4-26B-A4B',
  'XiaomiMiMo/MiMo-V2-Flash',
])('the catalog has the same of %s', (name) => {
  const known = findModel(name)?.model;
  const found = read(name);
  expect(known).toMatchObject({
    layers: found.layers,
    hiddenSize: found.hiddenSize,
    kvHeads: found.kvHeads,
    headSize: found.headSize,
    vocabulary: found.vocabulary,
  });
  expect(known?.latent).toBe(found.latent);
  expect(known?.windows?.layers).toBe(found.windows?.layers);
  expect(known?.states?.layers).toBe(found.states?.layers);
  expect(Math.abs((known?.parameters ?? 0) / found.parameters - 1)).toBeLessThan(0.02);
});

test.each(MODELS.map(([name]) => name))('%s is the same by the map of a plan', (name) => {
  const model = read(name);
  const plan = `version: 1
workload: { users: 1 }
nodes: { n: { gpu: H200 } }
engines:
  e:
    node: n
    type: vllm
${modelMap(model, 4)}
scenarios: { A: { engine: e, parallel: 1 } }
`;
  const { plan: found, problems } = readPlan(plan);
  expect(problems).toEqual([]);
  const architecture = found.engines[0]?.architecture;
  for (const key of ['parameters', 'layers', 'heads', 'headSize', 'latent', 'windows'] as const) {
    expect(architecture?.[key], key).toEqual(model[key]);
  }
  expect(architecture?.states).toEqual(model.states);
  expect(architecture?.publishedAs).toBe(model.publishedAs);
  expect(architecture?.experts?.parameters).toBe(model.experts?.parameters);
});

describe('what is no config.json of a language model', () => {
  test.each([
    ['not-json', ''],
    ['not-json', '{'],
    ['not-json', '[]'],
    ['not-json', 'null'],
    ['no-architecture', '{}'],
    ['no-architecture', '{ "hidden_size": "4096", "num_hidden_layers": 32 }'],
    ['no-architecture', '{ "__proto__": { "hidden_size": 4096 } }'],
  ])('%s: %s', (problem, text) => {
    expect(readConfig(text)).toBe(problem);
  });

  test('layers that differ one by one', () => {
    expect(readConfig(configOf('nvidia/Llama-3_3-Nemotron-Super-49B-v1'))).toBe('no-architecture');
  });

  test('a cache that is compressed over tokens, as in DeepSeek V4', () => {
    const text = configOf('meta-llama/Meta-Llama-3.1-8B');
    expect(readConfig(text.replace('{', '{ "compress_ratios": [4, 128],'))).toBe('no-architecture');
  });

  test('KV heads that differ by layer, as in DeciLM', () => {
    const text = configOf('meta-llama/Meta-Llama-3.1-8B');
    expect(readConfig(text.replace('{', '{ "num_key_value_heads_per_layer": [4, 1],'))).toBe(
      'no-architecture',
    );
  });

  test('numbers that no model has', () => {
    const text = configOf('meta-llama/Meta-Llama-3.1-8B');
    expect(readConfig(text.replace(/"num_hidden_layers": \d+/, '"num_hidden_layers": 1e9'))).toBe(
      'implausible',
    );
  });

  test('nothing makes it throw, nor give a figure that is none', () => {
    const text = configOf('openai/gpt-oss-20b');
    for (const value of ['0', '-1', '1e308', 'null', '"x"', '[]', '{}', '0.5', 'NaN']) {
      for (const [number] of text.matchAll(/: \d+(?=,)/g)) {
        const found = readConfig(text.replace(number, `: ${value}`));
        if (typeof found === 'string') continue;
        expect(Number.isFinite(found.parameters) && found.parameters > 0).toBe(true);
      }
    }
  });
});

test('the limit on its size is well above what any model has', () => {
  expect(MAX_CONFIG_BYTES).toBeGreaterThan(20 * configOf('deepseek-ai/DeepSeek-R1').length);
});
