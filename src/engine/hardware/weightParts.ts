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
  const { parameters } = model;
  const quantized = coveredOf(model, covers, {
    all: parameters,
    experts: model.experts?.parameters ?? 0,
    embeddings: embeddings(model) * (model.tiedEmbeddings ? 1 : 2),
  });
  return { quantized, plain: parameters - quantized };
}

/** Returns the parts that one token reads: the experts that it uses, and no input embeddings. */
export function activeParts(model: Architecture, { covers }: Quantization): WeightParts {
  const { activeParameters, experts, tiedEmbeddings } = model;
  const all = activeParameters - (tiedEmbeddings ? 0 : embeddings(model));
  const quantized = coveredOf(model, covers, {
    all,
    experts: experts ? (experts.parameters * experts.used) / experts.count : 0,
    embeddings: embeddings(model),
  });
  return { quantized, plain: all - quantized };
}

interface Counted {
  readonly all: number;
  readonly experts: number;
  readonly embeddings: number;
}

/** Returns the parameters that a quantization covers. Routers keep 16 bits where experts have fewer. */
function coveredOf(
  model: Architecture,
  covers: Quantization['covers'],
  { all, experts, embeddings: outer }: Counted,
): number {
  if (covers === 'all') return all;
  if (covers === 'inner-feed-forward') return Math.min(all, innerFeedForward(model));
  if (covers === 'experts' && model.experts) return Math.min(all, experts);
  return Math.max(0, all - outer - routers(model));
}

/** Parameters of dense feed-forward parts in all layers but the first and the last: three matrices each. */
function innerFeedForward({ layers, hiddenSize, feedForward }: Architecture): number {
  return Math.max(0, layers - 2) * 3 * hiddenSize * feedForward;
}

/** Parameters of the routers to experts: one matrix in each layer, as wide as there are experts. */
export function routers({ experts }: Architecture): number {
  return experts ? experts.parameters / (3 * experts.size) : 0;
}

/**
 * Parameters of the ways out of a latent, of which vLLM keeps a copy in 16 bits: it multiplies queries and results by
 * them (`W_UK` and `W_UV`, process_weights_after_loading).
 */
export function absorbedParameters(model: Architecture): number {
  const { latent, heads, headSize, layers, states, windows } = model;
  if (latent === undefined) return 0;
  const own = layers - (states?.layers ?? 0) - (windows?.layers ?? 0);
  return own * (latent - ROTATED) * heads * (2 * headSize - ROTATED);
}

/** Numbers of a latent, and of a key, that positions rotate (`qk_rope_head_dim` of all these models). */
const ROTATED = 64;

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
