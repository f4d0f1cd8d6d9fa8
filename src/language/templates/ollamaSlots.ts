import { t } from '@vscode/l10n';
import type { Template } from './template';

/** Compares numbers of slots. */
export const OLLAMA_SLOTS: Template = {
  get name() {
    return t`Ollama slots`;
  },
  get detail() {
    return t`how many slots a node should have`;
  },
  text: `# GPU nodes, $/h and latency of Ollama, by its slots (OLLAMA_NUM_PARALLEL).
#
# EVERY NUMBER HERE IS A MADE-UP EXAMPLE. Replace each with what you know, and say how you know it.
version: 1
title: «TITLE»

workload:
  users: «200»                   # people who use the service at once
  thinkTime: «20s»               # reading an answer and typing the next question

targets:
  interactive: { latency: «<5s» }

nodes:
  gpu-node:
    gpu: «L4»
    price: «1.00 USD/h»          # look it up, and note where and when

engines:
  ollama:
    type: ollama
    node: gpu-node
    model: «llama3.1:8b»
    quantization: «Q4_K_M»
    context: 4096              # OLLAMA_CONTEXT_LENGTH, reserved for each slot
    observations:              # one run for each number of slots, with all slots busy
      - { source: guess, parallel: 1, users: 1, latency: «3.5s» }
      - { source: guess, parallel: 4, users: 4, latency: «5s» }
      - { source: guess, parallel: 8, users: 8, latency: «7s» }

scenarios:
  one: { title: One slot, engine: ollama, parallel: 1 }
  four: { title: Four slots, engine: ollama, parallel: 4 }
  eight: { title: Eight slots, engine: ollama, parallel: 8 }
  best: { title: Cheapest that meets the target, engine: ollama, parallel: auto, sizeFor: target }
`,
};
