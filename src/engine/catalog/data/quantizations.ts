/**
 * Bits that a weight takes, by the name of the quantization. Read on 2026-11-24.
 *
 * - llama.cpp's mixtures (K and IQ): the whole file of Llama 3.1 8B
 *   (https://github.com/ggml-org/llama.cpp/blob/311c2c9f0ebd6e08f5b20e8827c654cebb7a41d6/tools/quantize/README.md).
 *   Other models differ by a few hundredths.
 * - llama.cpp's plain formats (Q4_0, Q5_0, Q8_0): one block. A file has a little more.
 * - Other formats: a quantised weight without scales, unless they are named. A model is at least that large.
 */
const BITS: Readonly<Record<string, number>> = {
  fp32: 32,
  f32: 32,
  fp16: 16,
  f16: 16,
  bf16: 16,
  fp8: 8,
  int8: 8,
  w8a8: 8,
  w8a16: 8,
  awq: 4,
  gptq: 4,
  int4: 4,
  w4a16: 4,
  nf4: 4,
  nvfp4: 4.5, // blocks of 16 share a scale of 8 bits (https://docs.modular.com/max/api/kernels/linalg/fp4_utils/)
  mxfp4: 4.25, // blocks of 32 share a scale of 8 bits (OCP Microscaling 1.0)
  q8_0: 8.5,
  q6_k: 6.56,
  q5_k_m: 5.7,
  q5_k_s: 5.57,
  q5_0: 5.5, // blocks of 32 share a scale of 16 bits
  q4_k_m: 4.89,
  q4_k_s: 4.67,
  q4_0: 4.5, // as Q5_0
  iq4_xs: 4.46,
  q3_k_m: 4, // 3.74 GiB of Llama 3 8B, by `llama-quantize --help`
  q2_k: 3.16,
};

/** Bits of one weight: 4.5 for `q4_0`. Returns undefined for an unknown name and guesses nothing. */
export function bitsPerWeight(quantization: string): number | undefined {
  const name = quantization.toLowerCase().replaceAll('-', '_');
  return Object.hasOwn(BITS, name) ? BITS[name] : undefined;
}

export const QUANTIZATIONS: readonly string[] = Object.keys(BITS);
