/**
 * Bits that a weight takes, by the name of the quantization. Read on 2026-11-24 and 2026-11-30.
 *
 * - llama.cpp's mixtures (K and IQ): the whole file of Llama 3.1 8B
 *   (https://github.com/ggml-org/llama.cpp/blob/311c2c9f0ebd6e08f5b20e8827c654cebb7a41d6/tools/quantize/README.md).
 *   Other models differ by a few hundredths.
 * - llama.cpp's plain formats (Q4_0, Q5_0, Q8_0): one block. A file has a little more.
 * - Formats for vLLM and others: matrices of the layers, with their scales and zero points. Embeddings, the output layer
 *   and routers keep 16 bits.
 */
export interface Quantization {
  /** Bits of a quantised weight, scales and zero points included. */
  readonly bits: number;
  /**
   * Weights that have these bits: all, as in a GGUF file; those of layers, as in most formats for GPUs; those of experts
   * only, if the model has any (OpenAI's MXFP4); or those of dense feed-forward parts in all layers but the first and the
   * last (Meta's FP8).
   */
  readonly covers: 'all' | 'layers' | 'experts' | 'inner-feed-forward';
}

/** Groups of 128 weights share a scale of 16 bits and a zero point of 4. */
const GROUPS_OF_128 = 4 + (16 + 4) / 128;

const all = (bits: number): Quantization => ({ bits, covers: 'all' });
const layers = (bits: number): Quantization => ({ bits, covers: 'layers' });

const KNOWN: Readonly<Record<string, Quantization>> = {
  fp32: all(32),
  f32: all(32),
  fp16: all(16),
  f16: all(16),
  bf16: all(16),
  fp8: layers(8),
  fbgemm_fp8: { bits: 8, covers: 'inner-feed-forward' }, // as Meta publishes Llama 3.1 405B
  int8: layers(8),
  w8a8: layers(8),
  w8a16: layers(8),
  awq: layers(GROUPS_OF_128),
  gptq: layers(GROUPS_OF_128),
  int4: layers(GROUPS_OF_128),
  w4a16: layers(4 + 16 / 128), // as GPTQ, without zero points
  w4a16_g32: { bits: 4 + 16 / 32, covers: 'experts' }, // as Kimi K2.5 is published
  nf4: layers(4.5), // blocks of 64 with a scale of 32 bits (Dettmers and others 2023)
  nvfp4: layers(4.5), // blocks of 16 share a scale of 8 bits (https://docs.modular.com/max/api/kernels/linalg/fp4_utils/)
  mxfp4: { bits: 4.25, covers: 'experts' }, // blocks of 32 share a scale of 8 bits (OCP Microscaling 1.0)
  q8_0: all(8.5),
  q6_k: all(6.56),
  q5_k_m: all(5.7),
  q5_k_s: all(5.57),
  q5_0: all(5.5), // blocks of 32 share a scale of 16 bits
  q4_k_m: all(4.89),
  q4_k_s: all(4.67),
  q4_0: all(4.5), // as Q5_0
  iq4_xs: all(4.46),
  q3_k_m: all(4), // 3.74 GiB of Llama 3 8B, by `llama-quantize --help`
  q2_k: all(3.16),
};

/** Names that other tools have for the same. They count, and a finding tells the one to write. */
export const QUANTIZATION_SYNONYMS: Readonly<Partial<Record<string, string>>> = {
  float16: 'fp16',
  bfloat16: 'bf16',
  half: 'fp16',
  fp4: 'nvfp4',
  gptq_marlin: 'gptq',
  awq_marlin: 'awq',
};

/** Returns undefined for an unknown name and guesses nothing. */
export function findQuantization(name: string): Quantization | undefined {
  const key = name.toLowerCase().replaceAll('-', '_');
  const known = QUANTIZATION_SYNONYMS[key] ?? key;
  return Object.hasOwn(KNOWN, known) ? KNOWN[known] : undefined;
}

/** Bits of one quantised weight: 4.5 for `q4_0`. */
export function bitsPerWeight(name: string): number | undefined {
  return findQuantization(name)?.bits;
}

/** Tells if this is the plain name of a quantization, as names of models end with. */
export function isQuantization(name: string): boolean {
  return Object.hasOwn(KNOWN, name.toLowerCase().replaceAll('-', '_'));
}

export const QUANTIZATIONS: readonly string[] = Object.keys(KNOWN);
