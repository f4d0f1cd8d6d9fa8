import { t } from '@vscode/l10n';
import type { Template } from './template';

/** Sizes for the peak of a day that is not the same all over. */
export const OPEN_DAY: Template = {
  get name() {
    return t`Open workload with a day`;
  },
  get detail() {
    return t`requests per second, peak, growth`;
  },
  text: `# GPU nodes and $/h for requests that arrive by themselves, over a day and a year.
#
# EVERY NUMBER HERE IS A MADE-UP EXAMPLE. Replace each with what you know, and say how you know it.
version: 1
title: «TITLE»

workload:
  rate: «2M/day»                 # mean over a day, from the access log
  peakFactor: «2»                # the busiest hour over that mean
  profile: «office-hours»        # or 24 shares of the peak, hour 0 first
  growth: «5%/month»
  promptTokens: «600»
  outputTokens: «200»

targets:
  snappy: { latency: «<4s» }

policy:
  headroom: 10%                # slots kept free
  spare: 1                     # one node may fail

nodes:
  gpu-node:
    gpu: «H100»
    startup: «8 min»             # from asking for a node until it serves
    price: «3.00 USD/h»          # look it up, and note where and when

engines:
  vllm:
    type: vllm
    node: gpu-node
    model: «llama3.1:8b»
    quantization: «fp8»
    context: 4096
    observations:
      - { source: guess, parallel: 64, users: 1, latency: «1.4s», promptTokens: 600, outputTokens: 200 }
      - { source: guess, parallel: 64, users: 64, latency: «3s», promptTokens: 600, outputTokens: 200 }

scenarios:
  peak: { title: Sized for the peak, engine: vllm, parallel: 64, sizeFor: target }
  half: { title: Half of the slots, engine: vllm, parallel: 32, sizeFor: target }
`,
};
