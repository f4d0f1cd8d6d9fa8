/** All formats, in the order in which they are tried. A new format is one file of this folder and one line here. */
import { AIPERF, GENAI_PERF } from './aiPerf';
import { BATCHED_BENCH } from './batchedBench';
import { CSV } from './csv';
import type { Format } from './format';
import { GUIDELLM } from './guideLlm';
import { INFERENCE_PERF } from './inferencePerf';
import { K6 } from './k6';
import { LLAMA_BENCH } from './llamaBench';
import { LLMD_REPORT } from './llmdReport';
import { LLMPERF } from './llmPerf';
import { MLPERF } from './mlPerf';
import { OLLAMA } from './ollama';
import { SGLANG_BLOCK, VLLM_BLOCK } from './servedBlock';
import { SGLANG_JSON } from './sglangJson';
import { VLLM_JSON } from './vllmJson';

export const FORMATS: readonly Format[] = [
  VLLM_JSON,
  SGLANG_JSON,
  GUIDELLM,
  AIPERF,
  GENAI_PERF,
  INFERENCE_PERF,
  LLMD_REPORT,
  LLMPERF,
  K6,
  LLAMA_BENCH,
  BATCHED_BENCH,
  MLPERF,
  OLLAMA,
  VLLM_BLOCK,
  SGLANG_BLOCK,
  // accepts the most, so it comes last
  CSV,
];
