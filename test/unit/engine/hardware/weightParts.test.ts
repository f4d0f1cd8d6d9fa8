/** Weights by part, against what servers loaded. */
import { describe, expect, test } from 'vitest';
import { findModel } from '../../../../src/engine/catalog/catalog';
import { findQuantization } from '../../../../src/engine/catalog/data/quantizations';
import {
  absorbedParameters,
  allParts,
  bytesOf,
  routers,
} from '../../../../src/engine/hardware/weightParts';

const GiB = 2 ** 30;

function partsOf(name: string, quantization: string) {
  const model = findModel(name)?.model;
  const known = findQuantization(quantization);
  if (!model || !known) throw new Error(name);
  const parts = allParts(model, known);
  return { model, parts, gib: bytesOf(parts, known.bits) / GiB };
}

describe('Meta’s FP8 of Llama 3.1 405B', () => {
  test('covers the feed-forward parts of all layers but two: 124 × 3 × 16,384 × 53,248', () => {
    const { parts } = partsOf('meta-llama/Llama-3.1-405B-Instruct-FP8', 'fbgemm_fp8');
    expect(parts.quantized).toBe(124 * 3 * 16_384 * 53_248);
  });

  test('is what its own repository means, and other repositories mean all layers', () => {
    const own = findModel('meta-llama/Llama-3.1-405B-Instruct-FP8');
    expect(own?.model.publishedAs).toBe('fbgemm_fp8');
    const other = findModel('RedHatAI/Meta-Llama-3.1-405B-Instruct-FP8');
    expect([other?.model.name, other?.quantization]).toEqual(['meta-llama/Llama-3.1-405B', 'fp8']);
  });
});

test('routers to experts keep 16 bits: 58 layers × 7,168 × 256 of DeepSeek-R1', () => {
  const { model, parts } = partsOf('deepseek-ai/DeepSeek-R1', 'fp8');
  expect(routers(model)).toBe(58 * 7168 * 256);
  expect(parts.plain).toBe(routers(model) + 2 * 129_280 * 7168);
});

test('ways out of a latent: 61 layers × 512 × 128 heads × 256 of DeepSeek-R1', () => {
  expect(absorbedParameters(partsOf('deepseek-ai/DeepSeek-R1', 'fp8').model)).toBe(
    61 * 512 * 128 * 256,
  );
  expect(absorbedParameters(partsOf('Qwen/Qwen3-32B', 'fp8').model)).toBe(0);
});
