/** Architecture of a decoder-only transformer, as far as its memory and its speed depend on it. */
export interface Architecture {
  /** All parameters of the language model. */
  readonly parameters: number;
  /** Parameters that one token is computed with, the table of input embeddings included. */
  readonly activeParameters: number;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly vocabulary: number;
  /** True if the output layer is the table of input embeddings. */
  readonly tiedEmbeddings: boolean;
  /** Query heads. */
  readonly heads: number;
  readonly kvHeads: number;
  /** Numbers in a key, and in a value, of one head. */
  readonly headSize: number;
  /** Width of a dense feed-forward layer; 0 if all are of experts. */
  readonly feedForward: number;
  /** Longest context that the model was made for, in tokens. */
  readonly contextTokens: number | undefined;
  /** Quantization that it is published in; undefined for 16 bits. */
  readonly publishedAs?: string | undefined;
  readonly experts?: Experts | undefined;
  /** Numbers that each layer caches for a token instead of keys and values: latent attention (MLA). */
  readonly latent?: number | undefined;
  /** Bytes that each layer caches for a token beside that, whatever the cache's format: sparse attention. */
  readonly indexerBytes?: number | undefined;
  readonly windows?: Windows | undefined;
  readonly states?: States | undefined;
  /** Part of `parameters` that each GPU of a server keeps whole: ways into a latent, indexers, routers. */
  readonly replicatedParameters?: number | undefined;
  /** Parameters of encoders for images and sound. Each GPU of a server keeps them in 16 bits. */
  readonly encoderParameters?: number | undefined;
}

export interface Experts {
  readonly count: number;
  /** Experts that one token uses, without those that all tokens share. */
  readonly used: number;
  /** Width of one expert. */
  readonly size: number;
  /** Parameters of all experts, without those that all tokens share. */
  readonly parameters: number;
}

/** Layers that keep keys and values of the last tokens only. */
export interface Windows {
  readonly layers: number;
  readonly tokens: number;
  /** KV heads of these layers, and numbers in a key of one; those of the other layers if left out. */
  readonly kvHeads?: number | undefined;
  readonly headSize?: number | undefined;
}

/** Layers of linear attention or of a state space: a state of fixed size for each request, no keys and values. */
export interface States {
  readonly layers: number;
  /** Bytes of one layer's state for a request. */
  readonly bytes: number;
}
