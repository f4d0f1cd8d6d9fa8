/** The tools that put load on a server. */
export const TOOLS = ['vllm bench serve', 'GuideLLM', 'k6'] as const;

export type Tool = (typeof TOOLS)[number];
