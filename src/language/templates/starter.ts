import { t } from '@vscode/l10n';
import type { Template } from './template';

/** The shortest complete plan. VS Code names an untitled file by its first line, unless that has an early `/`. */
export const STARTER: Template = {
  get name() {
    return t`Starter`;
  },
  get detail() {
    return t`users, one engine, two scenarios`;
  },
  text: `# A capacity plan: GPU nodes, $/h and latency of an LLM service.
#
# EVERY NUMBER HERE IS A MADE-UP EXAMPLE. Replace each with what you know, and say how you know it:
# a figure has the badge of its weakest source. Point at any word for help.
version: 1
title: «TITLE»

# What is asked of the service: users who each send a request, wait for the answer and think,
# or \`rate: 20/s\` where requests arrive whatever the service does.
workload:
  users: «200»
  thinkTime: «10s»

# What every scenario is judged by. \`<\` is strict: 3.0 s misses <3s.
targets:
  interactive: { latency: «<3s» }

# Machine types with their prices. Look the price up, and note where and when.
nodes:
  gpu-node:
    gpu: «L4»
    price: «1.00 USD/h»

# Inference servers, with what is known of their speed. Best first, \`source\` is measured,
# reported (someone else's figure), estimate or guess.
engines:
  my-engine:
    type: vllm
    node: gpu-node
    observations:
      - { source: guess, parallel: 1, users: 1, latency: «1.2s» }
      - { source: guess, parallel: 8, users: 8, latency: «2.4s» }

# Ways to serve the workload. Without \`nodes\`, a scenario is sized.
scenarios:
  careful: { title: Fewer at once, engine: my-engine, parallel: 4 }
  dense: { title: More at once, engine: my-engine, parallel: 8 }
`,
};
