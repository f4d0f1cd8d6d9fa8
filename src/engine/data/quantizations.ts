/**
 * Bits that a weight takes, by the name of the quantization. Those of llama.cpp are of the whole file of
 * Llama 3.1 8B (https://github.com/ggml-org/llama.cpp/blob/master/tools/quantize/README.md); of other formats
 * they are the bits of a quantised weight alone, scales left out: then a model is at least so large.
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
  nvfp4: 4.5, // blocks of 16 share a scale of 8 bits
  mxfp4: 4.25, // blocks of 32 share a scale of 8 bits (OCP Microscaling 1.0)
  q8_0: 8.5,
  q6_k: 6.56,
  q5_k_m: 5.7,
  q5_k_s: 5.57,
  q5_0: 5.5, // blocks of 32 share a scale of 16 bits
  q4_k_m: 4.89,
  q4_k_s: 4.67,
  q4_0: 4.5,
  iq4_xs: 4.46,
  q3_k_m: 4,
  q2_k: 3.16,
};

/** Undefined for a name that is not known: nothing is guessed. */
export function bitsPerWeight(quantization: string): number | undefined {
  const name = quantization.toLowerCase().replaceAll('-', '_');
  return Object.hasOwn(BITS, name) ? BITS[name] : undefined;
}

export const QUANTIZATIONS: readonly string[] = Object.keys(BITS);
