/** Defines `engines.<name>`. */
import { ENGINE_TYPES, PREFILLS } from '../../engine/plan/plan';
import * as limits from './limitsOfFields';
import { count, oneOf, reference, truth, word } from './scalars';
import type { Fields } from './shape';
import { OBSERVATION } from './observationFields';

export const ENGINE = {
  type: { shape: oneOf(ENGINE_TYPES), meaning: 'The inference server.' },
  node: {
    shape: reference('nodes'),
    required: true,
    meaning: 'The node type that it runs on: a name from `nodes`.',
  },
  servers: {
    shape: count('a number of servers', 'none', limits.SERVERS, ['1', '2'], ['servers', 'server']),
    default: '1',
    meaning: 'Servers of this engine on one node. Each has its own `parallel` slots.',
  },
  gpusPerServer: {
    shape: count('a number of GPUs', 'none', limits.GPUS, ['1', '4'], ['gpus', 'gpu']),
    default: 'all of the node’s, shared evenly',
    meaning: 'GPUs that each server uses.',
  },
  model: {
    shape: word('llama3.1:8b', 'Qwen/Qwen3-8B'),
    meaning:
      'The model. For a known one, speed, memory and the fastest possible time follow from it.',
  },
  quantization: {
    shape: word('Q4_K_M', 'fp8', 'awq'),
    meaning: 'Number format of the weights, which gives their size.',
  },
  context: {
    shape: count('a number of tokens', 'none', limits.CONTEXT, ['8192', '8k'], ['tokens']),
    meaning:
      'Most tokens of a request, prompt and answer. Ollama and llama.cpp reserve them for each slot. For vLLM (`--max-model-len`) and others it is only a limit. `8k` is 8000.',
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
      'Another engine of the plan with the same software and model, on other hardware. Its observations are scaled to this hardware.',
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
    shape: { kind: 'list', of: { kind: 'map', noun: 'an observation', fields: OBSERVATION } },
    meaning: 'Known points of its speed: each a latency at a load, and where it comes from.',
  },
} as const satisfies Fields;
