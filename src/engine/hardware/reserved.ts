/**
 * What one GPU of a server holds beside weights and KV cache: activations of the largest batch, the sampler, CUDA
 * graphs, and the process itself. vLLM measures this at its start by one step of the largest batch. The sizes here are of
 * the tensors that are alive at its peak.
 */
import { traitsOf } from '../catalog/data/engineTypes';
import type { Gpu } from '../catalog/data/gpus';
import { vllmDefaults } from '../catalog/vllmDefaults';
import type { Architecture } from '../plan/architecture';
import type { EngineType } from '../plan/plan';

export interface ServerSetup {
  readonly engine: EngineType | undefined;
  readonly version?: string | undefined;
  /** Undefined if the plan states the memory of its node only. */
  readonly gpu?: Pick<Gpu, 'memoryBytes' | 'generation'> | undefined;
  /** GPUs of the server; below 1 if servers share one. */
  readonly gpus: number;
  /** Longest request, in tokens. */
  readonly context?: number | undefined;
  /** `--max-num-batched-tokens`, `--max-num-seqs`. */
  readonly batchedTokens?: number | undefined;
  readonly sequences?: number | undefined;
}

/** Bytes of one GPU. */
export interface Reserved {
  readonly activations: number;
  readonly graphs: number;
  readonly process: number;
}

const GIB = 2 ** 30;

export function reservedOf(model: Architecture, setup: ServerSetup): Reserved {
  const traits = traitsOf(setup.engine);
  if (traits.splitsByLayers) return ofLayers(model);
  const defaults = vllmDefaults(setup.version, setup.gpu, setup.context);
  const together = Math.max(1, setup.gpus);
  const batched = setup.batchedTokens ?? defaults.batchedTokens;
  const sequences = Math.min(batched, Math.max(setup.sequences ?? 0, defaults.sequences));
  const forward = batched * forwardNumbers(model, together) * NUMBER;
  const sampling =
    batched * model.hiddenSize * NUMBER + sequences * model.vocabulary * defaults.samplingBytes;
  const images = model.encoderParameters ? IMAGES : 0;
  return {
    activations: Math.max(forward, sampling) + images,
    graphs: defaults.countsGraphs ? graphsOf(model) : 0,
    process: (together > 1 ? MANY_PROCESSES : ONE_PROCESS) + (defaults.countsGraphs ? COMPILED : 0),
  };
}

/** Bytes of a number of an activation: 16 bits. */
const NUMBER = 2;
/** CUDA context and libraries; NCCL's buffers beside them where GPUs work together. */
const [ONE_PROCESS, MANY_PROCESSES] = [0.13 * GIB, 0.55 * GIB];
/** What compiled kernels keep (`torch.compile`). */
const COMPILED = 0.2 * GIB;
/** One image of the largest size, as encoders are measured with. */
const IMAGES = 0.4 * GIB;

/**
 * Numbers alive for a token at the widest place of a layer: gate, up and their product in the feed-forward, and three
 * hidden states; results of other GPUs are two more. On one GPU this gives vLLM's 2.06 and 2.99 GiB for Llama 3.1 8B with
 * 20,000 and 29,000 tokens (vllm-project/vllm#10517).
 */
function forwardNumbers({ feedForward, hiddenSize, experts }: Architecture, gpus: number): number {
  const dense = (3 * feedForward) / gpus;
  const routed = experts ? experts.used * ((3 * experts.size) / gpus + hiddenSize) : 0;
  return Math.max(dense, routed) + hiddenSize * (gpus > 1 ? 5 : 3);
}

/** CUDA graphs of some 80 batch sizes: a little for each layer, twice as much with experts. */
function graphsOf({ layers, experts }: Architecture): number {
  return (0.3 + 0.006 * layers) * GIB * (experts ? 1.5 : 1);
}

/** What Ollama sets aside on each GPU (`cudaMinimumMemory`, discover/gpu.go): 457 MiB. */
const CUDA_BYTES = 457 * 2 ** 20;
/** Prompts are computed in batches of 512 tokens (llama.cpp's `--ubatch-size`), in 32 bits. */
const [BATCH, WIDE_NUMBER] = [512, 4];

function ofLayers({ vocabulary, feedForward, hiddenSize, experts }: Architecture): Reserved {
  const widest = Math.max(3 * feedForward, (experts?.used ?? 0) * 3 * (experts?.size ?? 0));
  return {
    activations: BATCH * WIDE_NUMBER * Math.max(vocabulary, widest + 3 * hiddenSize),
    graphs: 0,
    process: CUDA_BYTES,
  };
}
