/**
 * Facts about inference servers by the type of an engine. Sources: Ollama's documentation and scheduler, the
 * arguments of `vllm serve`, SGLang, TGI, `trtllm-serve` and `llama-server`.
 */
import type { EngineType } from '../../plan/plan';

export interface EngineTraits {
  /** Quantization that is served where nobody states one; undefined where nobody knows. */
  readonly usualQuantization: string | undefined;
  /** Loads models by their names on Hugging Face. */
  readonly loadsRepositories: boolean;
  /** Quantises published weights to fp8 while it loads them, when it is told to. */
  readonly quantizesToFp8: boolean;
  /** Takes its context from the GPU memory where nobody states it (`defaultContext.ts`). */
  readonly contextFollowsMemory: boolean;
  /** Reserves the whole `context` for each slot. Others page: a request takes room as it grows. */
  readonly reservesContext: boolean;
  /** Reserves a stated `context` also beyond what the model is made for. */
  readonly reservesExcess: boolean;
  /** Starts only where one request as long as `context` fits. */
  readonly needsRoomForLongest: boolean;
  /**
   * Share of the GPU memory that it takes: `--gpu-memory-utilization`, `--mem-fraction-static`. Undefined where it takes
   * what it needs.
   */
  readonly memoryShare: number | undefined;
  /** Activations and CUDA graphs are within that share. */
  readonly shareHasActivations: boolean;
  /** Quantization of its own files: its names imply another one than a repository's. */
  readonly hasOwnFiles: boolean;
  /** Gives each of several GPUs some of the layers, so that they work one after another. Others split each layer. */
  readonly splitsByLayers: boolean;
  /** Serves some models one request at a time (`singleSlotFamilies.ts`). */
  readonly hasSingleSlotModels: boolean;
  /** Tells how much memory a slot takes: of a server of no known type nobody can say. */
  readonly isKnownServer: boolean;
  /** `vllm bench serve` speaks to it as to a chat, and cannot make it ignore the end of an answer. */
  readonly benchesAsChat: boolean;
  /** Answers at `/health`. */
  readonly hasHealthCheck: boolean;
}

const OTHER: EngineTraits = {
  usualQuantization: undefined,
  loadsRepositories: false,
  quantizesToFp8: false,
  contextFollowsMemory: false,
  reservesContext: false,
  reservesExcess: false,
  needsRoomForLongest: false,
  memoryShare: undefined,
  shareHasActivations: false,
  hasOwnFiles: true,
  splitsByLayers: false,
  hasSingleSlotModels: false,
  isKnownServer: false,
  benchesAsChat: false,
  hasHealthCheck: true,
};

/** Loads the published 16 bits from Hugging Face, and pages. */
const PAGED: EngineTraits = {
  ...OTHER,
  usualQuantization: 'bf16',
  loadsRepositories: true,
  hasOwnFiles: false,
  memoryShare: 0.9, // `free_gpu_memory_fraction` of TensorRT-LLM; TGI's is alike
  isKnownServer: true,
};

const ENGINE_TRAITS: Readonly<Record<EngineType, EngineTraits>> = {
  ollama: {
    ...OTHER,
    usualQuantization: 'Q4_K_M', // most of its library
    contextFollowsMemory: true,
    reservesContext: true, // `num_ctx` × `OLLAMA_NUM_PARALLEL`
    splitsByLayers: true,
    hasSingleSlotModels: true,
    isKnownServer: true,
    hasHealthCheck: false,
  },
  vllm: {
    ...PAGED,
    quantizesToFp8: true,
    needsRoomForLongest: true,
    memoryShare: 0.92, // since 0.21: see `vllmDefaults.ts`
    shareHasActivations: true,
  },
  sglang: {
    ...PAGED,
    quantizesToFp8: true,
    memoryShare: 0.88, // what it finds on most GPUs of 80 GB
  },
  tgi: { ...PAGED, quantizesToFp8: true, benchesAsChat: true },
  'tensorrt-llm': PAGED,
  'llama.cpp': {
    ...OTHER,
    reservesContext: true,
    reservesExcess: true,
    splitsByLayers: true, // `--split-mode layer`
    isKnownServer: true,
  },
  other: OTHER,
};

/** Returns what is known of a type; of an engine that states none, what is known of `other`. */
export function traitsOf(type: EngineType | undefined): EngineTraits {
  return ENGINE_TRAITS[type ?? 'other'];
}
