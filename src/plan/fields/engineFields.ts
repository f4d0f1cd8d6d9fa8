/** Defines `engines.<name>`. */
import { ENGINE_TYPES, KV_CACHE_FORMATS, PREFILLS } from '../../engine/plan/plan';
import * as limits from './limitsOfFields';
import { MODEL } from './modelFields';
import { NODE_NAMES } from './nodeNames';
import { count, oneOf, reference, share, size, truth, word } from './scalars';
import type { Fields } from './shape';
import { FROM_FILES, OBSERVATION } from './observationFields';

export const ENGINE = {
  type: { shape: oneOf(ENGINE_TYPES), meaning: 'The inference server.' },
  version: {
    shape: word('0.11.0'),
    meaning:
      'The version of the server. Defaults that use memory follow from it: without it, those of the newest.',
  },
  node: {
    shape: NODE_NAMES,
    required: true,
    meaning:
      'The node type that it runs on: a name from `nodes`. It may be a list of nodes with the same GPUs: `[aws, gcp]`. The cheapest counts, and costs on the others are shown too.',
  },
  servers: {
    shape: count('a number of servers', 'none', limits.SERVERS, ['1', '2'], ['servers', 'server']),
    default: '1',
    alsoCalled: ['replicas', 'dataparallelsize', 'dp'],
    meaning: 'Servers of this engine on one node. Each has its own `parallel` slots.',
  },
  gpusPerServer: {
    shape: count('a number of GPUs', 'none', limits.GPUS, ['1', '4'], ['gpus', 'gpu']),
    alsoCalled: ['tensorparallel', 'tensorparallelsize', 'tp', 'tpsize', 'numgpus'],
    default: 'all of the node’s, shared evenly',
    meaning: 'GPUs that each server uses.',
  },
  model: {
    shape: {
      kind: 'either',
      scalar: word('llama3.1:8b', 'Qwen/Qwen3-8B', 'models/config.json'),
      map: { kind: 'map', noun: 'a model', fields: MODEL },
    },
    meaning:
      'The model: a name of the catalog, the path of a `config.json` beside the plan, or a map of its architecture. Speed and memory follow from it.',
  },
  quantization: {
    shape: word('Q4_K_M', 'fp8', 'awq'),
    alsoCalled: ['dtype'],
    meaning: 'Number format of the weights, which gives their size.',
  },
  context: {
    shape: count('a number of tokens', 'none', limits.CONTEXT, ['8192', '8k'], ['tokens']),
    alsoCalled: ['maxmodellen', 'numctx', 'ollamacontextlength', 'contextlength', 'ctxsize'],
    meaning:
      'Most tokens of a request, prompt and answer. Ollama and llama.cpp reserve them for each slot. For vLLM (`--max-model-len`) and others it is only a limit. `8k` is 8000.',
  },
  kvCache: {
    shape: oneOf(KV_CACHE_FORMATS),
    alsoCalled: ['kvcachedtype', 'ollamakvcachetype', 'kvcachetype', 'cachetypek'],
    meaning:
      'Format of cached keys and values: vLLM’s `--kv-cache-dtype`, Ollama’s `OLLAMA_KV_CACHE_TYPE`. Without it, 16 bits.',
  },
  memoryShare: {
    shape: share('none', limits.MEMORY_SHARE, ['92 %', '0.92']),
    alsoCalled: ['gpumemoryutilization', 'memfractionstatic', 'gpumemoryfraction'],
    meaning:
      'Share of the GPU memory that the server takes: vLLM’s `--gpu-memory-utilization`, SGLang’s `--mem-fraction-static`. Without it, vLLM takes 92% since 0.21, and 90% before.',
  },
  batchedTokens: {
    shape: count('a number of tokens', 'none', limits.BATCHED, ['8192', '2k'], ['tokens']),
    alsoCalled: ['maxnumbatchedtokens', 'chunkedprefillsize'],
    meaning:
      'Most tokens of one step: vLLM’s `--max-num-batched-tokens`. Activations take memory for them. Without it, vLLM takes 8192 on large GPUs and 2048 on others.',
  },
  kvTokens: {
    shape: count('a number of tokens', 'none', limits.CONTEXT, ['238208'], ['tokens']),
    meaning:
      'Tokens that its KV cache has room for, as the server reports: vLLM’s `GPU KV cache size`. It takes the place of arithmetic.',
  },
  weightsMemory: {
    shape: size(limits.MEMORY, ['64.4 GiB']),
    meaning:
      'Memory of the weights on each GPU, as the server reports: vLLM’s `Model loading took`. It takes the place of arithmetic.',
  },
  reservedMemory: {
    shape: size(limits.MEMORY, ['3 GiB']),
    meaning:
      'GPU memory of each server, over all its GPUs, that the plan does not describe: a draft model, LoRA adapters, another process. Weights and KV cache get the rest.',
  },
  speculative: {
    shape: truth(),
    default: 'false',
    meaning:
      'Speculative decoding is on: one pass over the weights gives several tokens. The fastest possible time is not checked.',
  },
  prefill: {
    shape: oneOf(PREFILLS),
    meaning:
      'How prompts are processed. `chunked`: in pieces, together with the tokens of other answers. `first`: whole prompts before any further token, while other answers pause.',
  },
  like: {
    shape: reference('engines'),
    meaning:
      'Another engine of the plan with the same software and model, on other hardware. Its observations are scaled to this hardware; its GPU has to be of the same maker.',
  },
  maxQueue: {
    shape: count('a number of requests', 'none', limits.MAX_QUEUE, ['512'], ['requests']),
    default: 'unlimited',
    meaning: 'Requests that may wait on one node before more are rejected.',
  },
  latencyFollows: {
    shape: oneOf(['load', 'parallel'] as const),
    default: 'load',
    meaning:
      '`load`: latency depends on the requests in flight on the server. `parallel`: on its configured slots only.',
  },
  observations: {
    shape: {
      kind: 'list',
      of: { kind: 'map', noun: 'an observation', fields: OBSERVATION, instead: FROM_FILES },
      instead: FROM_FILES,
    },
    meaning:
      'Known points of its speed: each a latency at a load, and where it comes from. Results of a benchmark tool may stay in their files: `{ from: bench/*.json }`, or an item `- from: bench/run-3.json`.',
  },
} as const satisfies Fields;
