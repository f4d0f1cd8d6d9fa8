import { expect, test } from 'vitest';
import { slipOf, type CatalogKind } from '../../../src/lint/catalogNames';

test.each<[CatalogKind, string, string | undefined]>([
  ['gpu', 'L44', 'L4'],
  ['gpu', 'HI00', 'H100'],
  ['gpu', 'RTX 409', 'RTX 4090'],
  ['gpu', 'L5', undefined], // another figure is another GPU
  ['gpu', 'our own', undefined],
  ['gpu', 'GB100', undefined], // another letter too
  ['gpu', 'P100X', undefined],
  ['gpu', 'GH20', undefined],
  ['model', 'gemma3:2b', undefined],
  ['model', 'gemma3:270m', undefined],
  ['quantization', 'float16', 'fp16'],
  ['gpu', '', undefined],
  ['model', 'lama-3.1-8b', 'llama3.1:8b'],
  ['model', 'lama3.1:8b-instruct-q4_K_M', 'llama3.1:8b'],
  ['model', 'meta-llama/Lama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B'],
  ['model', 'qwen3:9b', undefined],
  ['model', 'our-own-model', undefined],
  ['quantization', 'fp17', 'fp16'],
  ['quantization', 'Q4_K_N', 'q4_k_m'],
  ['quantization', 'q4-k-n', 'q4_k_m'],
  ['quantization', 'gguf', undefined],
])('%s %s: %s', (kind, name, slip) => {
  expect(slipOf(kind, name)).toBe(slip);
});
