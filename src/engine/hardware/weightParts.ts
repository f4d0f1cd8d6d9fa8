/** Weights of a model by part: those that a quantization covers, and those that keep 16 bits. */
import type { Quantization } from '../catalog/data/quantizations';
import type { Architecture } from '../plan/architecture';

export interface WeightParts {
  /** Parameters with the bits of the quantization. */
  readonly quantized: number;
  /** Parameters in 16 bits. */
  readonly plain: number;
}

/** Bits of weights that no quantization covers. */
export const PLAIN_BITS = 16;

/** Returns the parts of all weights, without those of encoders. */
export function allParts(model: Architecture, { covers }: Quantization): WeightParts {
  const { parameters, experts } = model;
  if (covers === 'all') return { quantized: parameters, plain: 0 };
  const quantized =
    covers === 'experts' && experts
      ? experts.parameters
      : Math.max(0, parameters - embeddings(model) * (model.tiedEmbeddings ? 1 : 2));
  return { quantized, plain: parameters - quantized };
}

/** Returns the parts that one token reads: the experts that it uses, and no input embeddings. */
export function activeParts(model: Architecture, { covers }: Quantization): WeightParts {
  const { activeParameters, experts, tiedEmbeddings } = model;
  const read = activeParameters - (tiedEmbeddings ? 0 : embeddings(model));
  if (covers === 'all') return { quantized: read, plain: 0 };
  const quantized =
    covers === 'experts' && experts
      ? Math.min(read, (experts.parameters * experts.used) / experts.count)
      : Math.max(0, read - embeddings(model));
  return { quantized, plain: read - quantized };
}

export function bytesOf({ quantized, plain }: WeightParts, bits: number): number {
  return (quantized * bits + plain * PLAIN_BITS) / 8;
}

function embeddings({ vocabulary, hiddenSize }: Architecture): number {
  return vocabulary * hiddenSize;
}

/**
 * Factor by which vLLM's kernels for MXFP4 widen experts: to multiples of 256 along their input, and with Marlin
 * also to multiples of 128 along their width. gpt-oss-120b loads 64.4 GiB on an H100, and 66.0 with
 * Marlin (vllm-project/vllm#33155, #23278).
 */
export function expertPadding(
  { experts, hiddenSize }: Architecture,
  quantization: Quantization,
  hasTriton: boolean,
): number {
  if (!experts || quantization.bits !== MXFP4_BITS) return 1;
  const wide = Math.ceil(hiddenSize / 256) * 256;
  const long = hasTriton ? experts.size : Math.ceil(experts.size / 128) * 128;
  return (wide / hiddenSize) * (long / experts.size);
}

const MXFP4_BITS = 4.25;
