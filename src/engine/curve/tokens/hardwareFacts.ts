/** The facts from which a server's speed can be estimated before anything is measured. */

export type Vendor = 'nvidia' | 'amd' | 'intel' | 'habana' | 'google' | 'other';

export interface AcceleratorFacts {
  readonly vendor: Vendor;
  readonly memoryBytes: number;
  readonly bandwidthBytesPerSecond: number;
  /** Dense operations per second with 16-bit operands. */
  readonly flops16: number;
  /** Times as many operations with 8-bit and with 4-bit operands; 1 where the chip has none. */
  readonly speedup8: number;
  readonly speedup4: number;
}

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
