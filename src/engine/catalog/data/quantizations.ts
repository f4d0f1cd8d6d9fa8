/**
 * Bits that a weight takes, by the name of the quantization. Those of llama.cpp's mixtures (K and IQ) are of the whole
 * file of Llama 3.1 8B (https://github.com/ggml-org/llama.cpp/blob/311c2c9f0ebd6e08f5b20e8827c654cebb7a41d6/tools/quantize/README.md);
 * of other models they differ by a few hundredths. Those of its plain formats (Q4_0, Q5_0, Q8_0) are of a block, and
 * a file has a little more. Of other formats they are the bits of a quantised weight alone, scales left out unless
 * they are named: then a model is at least so large. Read on 2026-11-24.
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
  q3_k_m: 4, // 3.74 GiB of Llama 3 8B, says `llama-quantize --help`
  q2_k: 3.16,
};

/** Undefined for a name that is not known: nothing is guessed. */
export function bitsPerWeight(quantization: string): number | undefined {
  const name = quantization.toLowerCase().replaceAll('-', '_');
  return Object.hasOwn(BITS, name) ? BITS[name] : undefined;
}

export const QUANTIZATIONS: readonly string[] = Object.keys(BITS);
