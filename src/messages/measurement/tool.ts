/** Names the tools that put load on a server. */
export type Tool = 'vllm bench serve' | 'GuideLLM' | 'k6';
