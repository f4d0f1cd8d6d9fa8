import { t } from '@vscode/l10n';
import type { Template } from './template';

/** Compares offers of two clouds for the same service. */
export const TWO_CLOUDS: Template = {
  get name() {
    return t`Compare two clouds`;
  },
  get detail() {
    return t`the same service on two GPUs`;
  },
  text: `# Nodes, $/h and latency of one LLM service on two clouds.
#
# EVERY NUMBER HERE IS A MADE-UP EXAMPLE. Replace each with what you know, and say how you know it.
version: 1
title: «TITLE»

workload:
  users: «400»
  thinkTime: «15s»
  promptTokens: «600»
  outputTokens: «200»

targets:
  interactive: { latency: «<6s», budget: «<20000 USD/month» }

nodes:
  cloud-a:
    gpu: «L40S»
    price: «2.00 USD/h»          # look both up, and note where and when
  cloud-b:
    gpu: «H100»
    price: «3.50 USD/h»

engines:
  on-a:
    type: vllm
    node: cloud-a
    model: «llama3.1:8b»
    quantization: fp8
    context: 8192
    observations:
      - { source: guess, parallel: 32, users: 1, latency: «3s», promptTokens: 600, outputTokens: 200 }
      - { source: guess, parallel: 32, users: 32, latency: «5s», promptTokens: 600, outputTokens: 200 }
  on-b:
    like: on-a                 # scaled to this GPU, until you have a benchmark of its own
    type: vllm
    node: cloud-b
    model: «llama3.1:8b»
    quantization: fp8
    context: 8192

scenarios:
  A: { title: Cloud A, engine: on-a, parallel: 32, sizeFor: target }
  B: { title: Cloud B, engine: on-b, parallel: 32, sizeFor: target }
`,
};
