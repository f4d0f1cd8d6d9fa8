/**
 * What vLLM does where nobody tells it, by its version and GPU. Sources: `vllm/engine/arg_utils.py`, and the pull
 * requests at each number.
 */
import type { Gpu } from './data/gpus';

export interface VllmDefaults {
  /** `--gpu-memory-utilization`. */
  readonly memoryShare: number;
  /** `--max-num-batched-tokens`. */
  readonly batchedTokens: number;
  /** `--max-num-seqs`. */
  readonly sequences: number;
  /** Bytes that sampling takes for each sequence and word of the vocabulary. */
  readonly samplingBytes: number;
  /** CUDA graphs are taken off the room for the KV cache (vllm-project/vllm#38284). Before, they came on top. */
  readonly countsGraphs: boolean;
}

/**
 * Returns the defaults of a server.
 * @param version As vLLM writes it, `0.11.0`; undefined for the newest.
 * @param context Longest request, which the first engine (V0, to 0.7) ran in one piece up to 32,768 tokens.
 */
export function vllmDefaults(
  version: string | undefined,
  gpu: Pick<Gpu, 'memoryBytes' | 'generation'> | undefined,
  context: number | undefined,
): VllmDefaults {
  const minor = minorOf(version);
  const isLarge =
    gpu !== undefined && gpu.memoryBytes >= LARGE_BYTES && gpu.generation !== 'ampere';
  if (minor < 8) return firstEngine(context);
  return {
    memoryShare: minor >= 21 ? 0.92 : 0.9,
    batchedTokens: isLarge ? 8192 : 2048,
    sequences: isLarge ? 1024 : 256,
    samplingBytes: minor >= 22 ? FLASHINFER : minor >= 17 ? TRITON : SORTED,
    countsGraphs: minor >= 21,
  };
}

/** H100, MI300X and larger ones get more, A100 do not. */
const LARGE_BYTES = 70 * 2 ** 30;

/**
 * Bytes of a sequence and word: sorting keeps logits in 16 and 32 bits, their order in 64 bits, and copies of both. The
 * Triton kernel (vllm-project/vllm#33538, from 0.17) does without the order. FlashInfer, the default since, keeps logits
 * in 16 and 32 bits, probabilities and a copy: 0.59 GiB for 256 sequences of 151,936 words (ovg-project/kvcached#448).
 */
const [SORTED, TRITON, FLASHINFER] = [38.4, 22, 16];

function firstEngine(context = 0): VllmDefaults {
  const isChunked = context > 32_768;
  return {
    memoryShare: 0.9,
    batchedTokens: isChunked ? 2048 : Math.max(2048, context),
    sequences: 256,
    // pieces of a prompt are not sampled from
    samplingBytes: isChunked ? 0 : SORTED,
    countsGraphs: false,
  };
}

/**
 * Tells if a server has the Triton kernels for MXFP4, which need Hopper. vLLM brings them since 0.11.1
 * (vllm-project/vllm#28788); before, they had to be installed beside it.
 */
export function hasTritonExperts(
  version: string | undefined,
  gpu: Pick<Gpu, 'generation'> | undefined,
): boolean {
  if (gpu?.generation !== 'hopper') return false;
  const minor = minorOf(version);
  return minor > 11 || (minor === 11 && !/^v?0\.11(\.0)?$/.test(version ?? ''));
}

/**
 * Tells if the scheduler of a vLLM server is the first one, whose work on the host grows with the cached tokens of the
 * running requests. Version 0.8 of March 2025 replaced it (vllm-project/vllm#13726).
 */
export function hasFirstScheduler(version: string | undefined): boolean {
  return minorOf(version) < 8;
}

/** `0.11.2`, `v0.11` and `0.11.2rc1` give 11; 1.0 and no version count as the newest. */
function minorOf(version: string | undefined): number {
  const found = /^v?0\.(\d+)/.exec(version ?? '');
  return found?.[1] === undefined ? Infinity : Number(found[1]);
}
