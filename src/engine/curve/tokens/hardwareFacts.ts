/** The facts from which a server's speed can be estimated before anything is measured. */

import type { AcceleratorFacts } from '../../catalog/data/accelerators';

export type { AcceleratorFacts, Vendor } from '../../catalog/data/accelerators';

/** A decoder-only transformer, as far as time and memory depend on it. */
export interface ModelArchitecture {
  readonly parameters: number;
  /** Parameters that one token is computed with; below `parameters` for a mixture of experts. */
  readonly activeParameters: number;
  /** Those of them that are looked up and not read: the input embeddings, where the output layer is another table. */
  readonly lookedUpParameters: number;
  readonly layers: number;
  readonly hiddenSize: number;
  /** Numbers that the cache keeps for a token and layer: 2 x KV heads x head size, or the latent vector of MLA. */
  readonly cachedNumbers: number;
  /** Latent attention (MLA): each GPU of a server keeps the whole cache. */
  readonly latentCache: boolean;
  /** Query heads x head size. */
  readonly attentionWidth: number;
  /** Layers that attend to the last `window` tokens only. */
  readonly windowLayers: number;
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
  /** Undefined for a GPU that is not known: a typical one is assumed, with much doubt. */
  readonly accelerator: AcceleratorFacts | undefined;
  /** GPUs of one server, over which each layer is split (tensor parallel). */
  readonly gpus: number;
  /** Undefined for a model that is not known. */
  readonly model: ModelArchitecture | undefined;
  /** Bits a weight. */
  readonly weightBits: number;
  /** Bits a number of the KV cache. */
  readonly cacheBits: number;
}
