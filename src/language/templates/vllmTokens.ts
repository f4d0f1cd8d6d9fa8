import { t } from '@vscode/l10n';
import type { Template } from './template';

/** Judges a chat service by first token and time per token. */
export const VLLM_TOKENS: Template = {
  get name() {
    return t`vLLM with token targets`;
  },
  get detail() {
    return t`time to first token and per token`;
  },
  text: `# GPU nodes, $/h, TTFT and TPOT of a chat service on vLLM.
#
# EVERY NUMBER HERE IS A MADE-UP EXAMPLE. Replace each with what you know, and say how you know it.
version: 1
title: «TITLE»

workload:
  users: «500»
  thinkTime: «20s»               # reading an answer and typing the next question
  promptTokens: «600»            # means; or how they vary: { p50: 400, p95: 3000 }
  outputTokens: «250»

targets:
  chat: { ttft: «<500ms», tpot: «<40ms» }

policy:
  spare: 1                     # one node may fail

nodes:
  gpu-node:
    gpu: «L40S»
    price: «2.00 USD/h»          # look it up, and note where and when

engines:
  vllm:
    type: vllm
    node: gpu-node
    model: «llama3.1:8b»
    quantization: «fp16»
    context: 8192              # --max-model-len
    observations:              # as vllm bench serve prints them
      - source: guess
        parallel: 64           # --max-num-seqs
        users: 1               # --max-concurrency
        latency: «5s»            # mean E2EL
        ttft: «60ms»             # mean TTFT
        tpot: «20ms»             # mean TPOT
        promptTokens: 600
        outputTokens: 250
      - source: guess
        parallel: 64
        users: 32
        latency: «7s»
        ttft: «230ms»
        tpot: «27ms»
        promptTokens: 600
        outputTokens: 250

scenarios:
  lean: { title: Up to 32 at once, engine: vllm, parallel: 32, sizeFor: target }
  best: { title: Cheapest that meets the target, engine: vllm, parallel: auto, sizeFor: target }
`,
};
