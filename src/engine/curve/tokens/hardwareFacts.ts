/** Facts of hardware and model from which the speed of a server is estimated before anything is measured. */

import type { Gpu } from '../../catalog/data/gpus';
import type { Architecture } from '../../plan/architecture';

export type { Vendor } from '../../catalog/data/gpus';

/** An accelerator, as far as times depend on it. */
export type AcceleratorFacts = Pick<
  Gpu,
  'vendor' | 'memoryBytes' | 'bandwidthBytesPerSecond' | 'flops16' | 'speedup8' | 'speedup4'
>;

/** A decoder-only transformer, as far as time and memory depend on it. */
export interface ModelArchitecture {
  readonly parameters: number;
  /** Parameters that compute one token; fewer than `parameters` for a mixture of experts. */
  readonly activeParameters: number;
  /** Active parameters that are looked up, not read: input embeddings, if the output layer is another table. */
  readonly lookedUpParameters: number;
  readonly layers: number;
  readonly hiddenSize: number;
  /** Numbers that the cache keeps per token and layer: 2 x KV heads x head size, or the latent vector of MLA. */
  readonly cachedNumbers: number;
  /** True for latent attention (MLA): each GPU of a server keeps the whole cache. */
  readonly latentCache: boolean;
  /** Query heads x head size. */
  readonly attentionWidth: number;
  /** Layers that attend only to the last `window` tokens. */
  readonly windowLayers: number;
  /** Tokens; 0 if no layer has a window. */
  readonly window: number;
  /** Undefined for dense models. */
  readonly experts: Experts | undefined;
}

export interface Experts {
  /** Share of the experts that one token uses. */
  readonly usedShare: number;
  /** Share of all parameters that are experts. */
  readonly share: number;
}

export interface HardwareFacts {
  /** Undefined for an unknown GPU. A typical one then stands in, with much doubt. */
  readonly accelerator: AcceleratorFacts | undefined;
  /** GPUs of one server. */
  readonly gpus: number;
  /** Undefined for an unknown model. */
  readonly model: ModelArchitecture | undefined;
  /** Bits per weight. */
  readonly weightBits: number;
  /** Bits per number of the KV cache. */
  readonly cacheBits: number;
  /** Tokens that fit into the KV cache of the server; undefined if nobody knows. */
  readonly kvTokens?: number | undefined;
  /** True for vLLM before 0.8, whose host work takes longer. */
  readonly hasFirstScheduler?: boolean;
}

/** Returns what times depend on of an architecture. */
export function toTokenModel(model: Architecture): ModelArchitecture {
  const { parameters, activeParameters, layers, hiddenSize, experts, windows, states } = model;
  const { latent, heads, kvHeads, headSize, tiedEmbeddings, vocabulary } = model;
  const cachedNumbers = latent ?? 2 * kvHeads * headSize;
  // a state is read as often as a window of its size
  const stateTokens = states ? states.bytes / (2 * cachedNumbers) : 0;
  return {
    parameters,
    activeParameters,
    lookedUpParameters: tiedEmbeddings ? 0 : vocabulary * hiddenSize,
    layers,
    hiddenSize,
    cachedNumbers,
    latentCache: latent !== undefined,
    attentionWidth: heads * headSize,
    windowLayers: (windows?.layers ?? 0) + (states?.layers ?? 0),
    window: windows?.tokens ?? stateTokens,
    experts: experts && {
      usedShare: experts.used / experts.count,
      share: experts.parameters / parameters,
    },
  };
}
