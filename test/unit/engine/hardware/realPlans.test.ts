/** Plans of people, from public reports: what their servers hold, by the logs that tell it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MemoryCheck } from '../../../../src/engine/hardware/memory';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { describeFinding } from '../../../../src/messages/findings';

const GiB = 2 ** 30;

function read(name: string): string {
  const file = join(import.meta.dirname, '../../../plans/memory', `${name}.capacity.yaml`);
  return readFileSync(file, 'utf8');
}

function memoryOf(plan: string, scenario = 0): MemoryCheck {
  const memory = analyzePlan(plan).assessment?.scenarios[scenario]?.memory;
  if (!memory) throw new Error('no memory');
  return memory;
}

function codesOf(plan: string): readonly string[] {
  return analyzePlan(plan).findings.map(({ code }) => code);
}

function wordsOf(plan: string, code: string): readonly string[] {
  const found = analyzePlan(plan).findings.filter((finding) => finding.code === code);
  return found.map(describeFinding);
}

/** The plan with the first fix of each key that is not known. */
function mended(plan: string): string {
  const edits = analyzePlan(plan).findings.flatMap(({ code, fixes }) =>
    code === 'plan.unknown-key' ? (fixes?.[0] ?? []) : [],
  );
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), plan);
}

/** A plan of one scenario on one engine. */
function planOf(engine: string, gpu: string, parallel: number, lengths: string): string {
  return `version: 1
workload: { users: 4, thinkTime: 0s, ${lengths} }
nodes: { n: { ${gpu} } }
engines: { e: { node: n, ${engine} } }
scenarios: { A: { engine: e, parallel: ${parallel} } }
`;
}

describe('gpt-oss-120b on one H100', () => {
  const plan = read('experts-in-4-bits');

  test('only the experts are in 4 bits: 64.4 to 66.0 GiB once loaded', () => {
    const { weights } = memoryOf(plan);
    expect(weights.value / GiB).toBeGreaterThan(64.4);
    expect(weights.value / GiB).toBeLessThan(66);
  });

  test('the engine of its day does not start with the full context', () => {
    const memory = memoryOf(plan.replace('type: vllm', 'type: vllm\n    version: 0.10.1'));
    expect(memory.fit).toBe('does-not-fit');
    expect(memory.largestParallel?.value).toBe(0);
  });

  test('without a version that is not sure, and nothing above it is recommended', () => {
    const memory = memoryOf(plan);
    expect(memory.fit).toBe('may-not-fit');
    expect(memory.largestParallel?.value).toBe(0);
    expect(codesOf(plan)).toContain('memory.may-not-fit');
  });
});

test('gpt-oss-20b takes about 13.5 GiB on vLLM, and four slots of 32k do not fit into 16 GB', () => {
  const plan = read('small-card');
  expect(memoryOf(plan).fit).toBe('does-not-fit');
  expect(memoryOf(plan).weights.value).toBeGreaterThan(13.4e9);
  const vllm = planOf('type: vllm, model: openai/gpt-oss-20b', 'gpu: H100', 8, 'promptTokens: 100');
  expect(memoryOf(vllm).weights.value / GiB).toBeCloseTo(13.47, 0);
});

describe('Ollama’s default context', () => {
  test.each([
    ['H100', 262_144],
    ['L40S', 32_768],
    ['L4', 4096],
  ])('follows the memory of a %s', (gpu, context) => {
    const model = 'qwen3:30b';
    const lengths = 'promptTokens: 100, outputTokens: 100';
    const plan = planOf(`type: ollama, model: "${model}"`, `gpu: ${gpu}`, 1, lengths);
    const memory = memoryOf(plan);
    const perToken = 2 * 48 * 4 * 128 * 2;
    expect(memory.kv?.value).toBe(Math.min(context, 262_144) * perToken);
  });

  test('is at most the model’s, for each slot: 172 GB of KV cache', () => {
    const plan = read('ollama-default-context');
    expect(memoryOf(plan).kv?.value).toBe(4 * 131_072 * 2 * 80 * 8 * 128 * 2);
    expect(memoryOf(plan).fit).toBe('does-not-fit');
  });

  test('that is too short for the requests is a finding', () => {
    const lengths = 'promptTokens: 6000, outputTokens: 300';
    const plan = planOf('type: ollama, model: "llama3.1:8b"', 'gpu: L4', 1, lengths);
    expect(wordsOf(plan, 'engine.context-too-short').join()).toContain('4,096 tokens');
    expect(codesOf(plan.replace('L4', 'H100'))).not.toContain('engine.context-too-short');
  });
});

describe('Qwen3-235B on 8 GPUs', () => {
  const plan = read('few-kv-heads');

  test('keeps each of 4 KV heads twice: the log says room for 238,208 tokens', () => {
    const { kvPerSlot, largestParallel } = memoryOf(plan);
    expect(kvPerSlot?.value).toBe(8000 * 8 * 2 * 94 * 128 * 2);
    expect(largestParallel?.value).toBeGreaterThanOrEqual(26);
    expect(largestParallel?.value).toBeLessThanOrEqual(29);
    expect(memoryOf(plan).fit).toBe('does-not-fit');
  });

  test('with what the log says, 29 requests of 8,000 tokens fit, and that is measured', () => {
    const stated = plan.replace('context: 32768', 'context: 32768\n    kvTokens: 238208');
    const { largestParallel } = memoryOf(stated);
    expect(largestParallel?.value).toBe(29);
  });
});

describe('a KV cache of 8 bits', () => {
  const plan = read('kv-cache-8-bit');

  test('the words of vLLM have a fix that carries the value over', () => {
    const unknown = wordsOf(plan, 'plan.unknown-key');
    expect(unknown.join('\n')).toContain('Write `kvCache: fp8`.');
    expect(unknown.join('\n')).toContain('Write `memoryShare: 0.95`.');
  });

  test('with the fixes, eight requests of 16k fit an L4, as was measured', () => {
    const fixed = mended(plan);
    expect(codesOf(fixed)).not.toContain('plan.unknown-key');
    expect(memoryOf(fixed).kvPerSlot?.value).toBe(16_000 * 2 * 32 * 8 * 128);
    expect(memoryOf(fixed).fit).toBe('fits');
    expect(memoryOf(plan).fit).toBe('does-not-fit');
  });
});

describe('DeepSeek-R1, and Qwen3.6-27B on a workstation card', () => {
  const plan = read('latent-and-hybrid');

  test('the latent cache is whole on each of 8 GPUs: 70,272 bytes a token', () => {
    expect(memoryOf(plan).kvPerSlot?.value).toBe(5500 * 8 * 70_272);
  });

  test('16 of 64 layers keep keys and values, the others a state of fixed size', () => {
    const { kvPerSlot, fit } = memoryOf(plan, 2);
    const attention = 5500 * 16 * 2 * 4 * 256 * 2;
    expect(kvPerSlot?.value).toBeGreaterThan(attention);
    expect(kvPerSlot?.value).toBeLessThan(attention + 200e6);
    expect(fit).toBe('fits');
  });
});

describe('arguments of a manifest', () => {
  const plan = read('pasted-arguments');

  test('names are known, and each foreign word has its fix', () => {
    const { findings } = analyzePlan(plan);
    const codes = findings.map(({ code }) => code);
    const words = findings.map(describeFinding).join('\n');
    expect(codes).not.toContain('plan.unknown-name');
    expect(words).toContain('Write `gpusPerServer: 4`.');
    expect(words).toContain('Write `servers: 2`.');
    expect(words).toContain('Write `nodes: 2`.');
    expect(words).toContain('Write `32768`.');
    expect(words).toContain('Did you mean `fp16`?');
    expect(words).not.toContain('A100-SXM4-80GB');
  });

  test('fixed, each of two servers of 4 GPUs has room for about 513,000 tokens', () => {
    const args = /, args: \*args/;
    const fixed = mended(plan)
      .replace(args, '')
      .replace('type: vLLM', 'type: vllm')
      .replace('float16', 'fp16')
      .replace('32Ki', '32768');
    const { weights, kvPerSlot, largestParallel } = memoryOf(fixed);
    expect(weights.value / GiB).toBeCloseTo(131.4, 1);
    expect(kvPerSlot?.value).toBe(1900 * 320 * 1024);
    const tokens = (largestParallel?.value ?? 0) * 1900;
    expect(tokens).toBeGreaterThan(430_000);
    expect(tokens).toBeLessThan(540_000);
  });
});

test('Llama 70B in FP8 does not start on one H100 with requests of 16,000 tokens', () => {
  const engine =
    'type: vllm, model: meta-llama/Llama-3.3-70B-Instruct, quantization: fp8, context: 16000';
  const plan = planOf(engine, 'gpu: H100', 1, 'promptTokens: 15000, outputTokens: 500');
  expect(memoryOf(plan).fit).toBe('does-not-fit');
  expect(codesOf(plan)).toContain('memory.does-not-fit');
});

test('Qwen2.5-7B-Instruct takes 32,768 tokens, unlike its base', () => {
  const engine = 'type: vllm, model: Qwen/Qwen2.5-7B-Instruct, context: 72000';
  const plan = planOf(engine, 'gpu: H100', 4, 'promptTokens: 60000, outputTokens: 500');
  expect(wordsOf(plan, 'engine.context-too-long').join()).toContain('32,768 tokens');
  expect(codesOf(plan.replace('7B-Instruct', '7B'))).not.toContain('engine.context-too-long');
});

test('a name of Ollama means 16 bits on vLLM: llama3:70b does not fit an L40S', () => {
  const engine = 'type: vllm, model: "llama3:70b", context: 8192';
  const plan = planOf(engine, 'gpu: L40S', 4, 'promptTokens: 1000, outputTokens: 500');
  expect(memoryOf(plan).weights.value).toBeGreaterThan(140e9);
  expect(memoryOf(plan).fit).toBe('does-not-fit');
  const ollama = memoryOf(plan.replace('type: vllm', 'type: ollama')).weights.value;
  expect(ollama).toBeLessThan(41e9);
});
