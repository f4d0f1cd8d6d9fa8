/**
 * Lists the architectures of models by their `config.json` on Hugging Face: what the time of a token depends on,
 * including latent attention and experts.
 */
import type { ModelArchitecture } from './hardwareFacts';

interface Row {
  /** Matches the name in lower case, without owner and punctuation. The first match counts. */
  readonly name: RegExp;
  readonly billions: number;
  /** Billions of active parameters; all of them if left out. */
  readonly active?: number;
  readonly layers: number;
  /** Query heads, KV heads, head size. */
  readonly heads: readonly [query: number, kv: number, size: number];
  /** Numbers of the latent vector (MLA). */
  readonly latent?: number;
  /** Size of input embeddings that are not the output layer too. */
  readonly embeddings?: readonly [vocabulary: number, hidden: number];
  readonly windows?: readonly [layers: number, tokens: number];
  /** Experts that a token uses, experts in all, and their billions of parameters. */
  readonly experts?: readonly [used: number, all: number, billions: number];
}

const ROWS: readonly Row[] = [
  // Meta
  {
    name: /^llama27b|^codellama7b|^llama7b/,
    billions: 6.74,
    layers: 32,
    heads: [32, 32, 128],
    embeddings: [32000, 4096],
  },
  {
    name: /^llama213b|^llama13b/,
    billions: 13.02,
    layers: 40,
    heads: [40, 40, 128],
    embeddings: [32000, 5120],
  },
  {
    name: /^llama270b/,
    billions: 68.98,
    layers: 80,
    heads: [64, 8, 128],
    embeddings: [32000, 8192],
  },
  {
    name: /llama(3|31)8b/,
    billions: 8.03,
    layers: 32,
    heads: [32, 8, 128],
    embeddings: [128256, 4096],
  },
  {
    name: /llama(3|31|33)70b/,
    billions: 70.55,
    layers: 80,
    heads: [64, 8, 128],
    embeddings: [128256, 8192],
  },
  {
    name: /llama31405b/,
    billions: 405.85,
    layers: 126,
    heads: [128, 8, 128],
    embeddings: [128256, 16384],
  },
  { name: /^llama321b/, billions: 1.24, layers: 16, heads: [32, 8, 64] },
  { name: /^llama323b/, billions: 3.21, layers: 28, heads: [24, 8, 128] },
  {
    name: /^llama4scout/,
    billions: 108.6,
    active: 17.2,
    layers: 48,
    heads: [40, 8, 128],
    windows: [36, 8192],
    experts: [1, 16, 96.6],
    embeddings: [202048, 5120],
  },
  {
    name: /^llama4maverick/,
    billions: 400.7,
    active: 17.2,
    layers: 48,
    heads: [40, 8, 128],
    windows: [36, 8192],
    experts: [1, 128, 386.5],
    embeddings: [202048, 5120],
  },
  // Mistral
  {
    name: /^mistral7b/,
    billions: 7.24,
    layers: 32,
    heads: [32, 8, 128],
    embeddings: [32000, 4096],
  },
  {
    name: /^mistralnemo/,
    billions: 12.25,
    layers: 40,
    heads: [32, 8, 128],
    embeddings: [131072, 5120],
  },
  {
    name: /^(mistral|devstral|magistral)small/,
    billions: 23.57,
    layers: 40,
    heads: [32, 8, 128],
    embeddings: [131072, 5120],
  },
  {
    name: /^mistrallarge/,
    billions: 122.6,
    layers: 88,
    heads: [96, 8, 128],
    embeddings: [32768, 12288],
  },
  {
    name: /^mixtral8x7b/,
    billions: 46.7,
    active: 12.88,
    layers: 32,
    heads: [32, 8, 128],
    experts: [2, 8, 45.1],
    embeddings: [32000, 4096],
  },
  {
    name: /^mixtral8x22b/,
    billions: 140.6,
    active: 39.15,
    layers: 56,
    heads: [48, 8, 128],
    experts: [2, 8, 135.3],
    embeddings: [32000, 6144],
  },
  // Qwen
  {
    name: /^qwen157b/,
    billions: 7.72,
    layers: 32,
    heads: [32, 32, 128],
    embeddings: [151936, 4096],
  },
  { name: /^qwen2(5)?05b/, billions: 0.49, layers: 24, heads: [14, 2, 64] },
  { name: /^qwen2(5)?15b/, billions: 1.54, layers: 28, heads: [12, 2, 128] },
  { name: /^qwen253b/, billions: 3.09, layers: 36, heads: [16, 2, 128] },
  {
    name: /^qwen2(5)?(coder|vl)?7b/,
    billions: 7.62,
    layers: 28,
    heads: [28, 4, 128],
    embeddings: [152064, 3584],
  },
  {
    name: /^qwen2(5)?(coder)?14b/,
    billions: 14.77,
    layers: 48,
    heads: [40, 8, 128],
    embeddings: [152064, 5120],
  },
  {
    name: /^(qwen2(5)?(coder)?|qwq)32b/,
    billions: 32.76,
    layers: 64,
    heads: [40, 8, 128],
    embeddings: [152064, 5120],
  },
  {
    name: /^qwen2(5)?(vl)?72b/,
    billions: 72.71,
    layers: 80,
    heads: [64, 8, 128],
    embeddings: [152064, 8192],
  },
  { name: /^qwen306b/, billions: 0.6, layers: 28, heads: [16, 8, 128] },
  { name: /^qwen317b/, billions: 1.72, layers: 28, heads: [16, 8, 128] },
  { name: /^qwen34b/, billions: 4.02, layers: 36, heads: [32, 8, 128] },
  { name: /^qwen38b/, billions: 8.19, layers: 36, heads: [32, 8, 128], embeddings: [151936, 4096] },
  {
    name: /^qwen314b/,
    billions: 14.77,
    layers: 40,
    heads: [40, 8, 128],
    embeddings: [151936, 5120],
  },
  {
    name: /^qwen332b/,
    billions: 32.76,
    layers: 64,
    heads: [64, 8, 128],
    embeddings: [151936, 5120],
  },
  {
    name: /^qwen3(coder)?30b/,
    billions: 30.53,
    active: 3.35,
    layers: 48,
    heads: [32, 4, 128],
    experts: [8, 128, 29],
    embeddings: [151936, 2048],
  },
  {
    name: /^qwen3235b/,
    billions: 235.1,
    active: 22.2,
    layers: 94,
    heads: [64, 4, 128],
    experts: [8, 128, 227.1],
    embeddings: [151936, 4096],
  },
  {
    name: /^qwen3coder480b/,
    billions: 480.2,
    active: 35.5,
    layers: 62,
    heads: [96, 8, 128],
    experts: [8, 160, 468.1],
    embeddings: [151936, 6144],
  },
  // DeepSeek, and what is built like it
  {
    name: /^deepseek(coder)?v2lite/,
    billions: 15.7,
    active: 2.66,
    layers: 27,
    heads: [16, 16, 160],
    latent: 576,
    experts: [6, 64, 14.4],
    embeddings: [102400, 2048],
  },
  {
    name: /^deepseek(coder)?v2/,
    billions: 235.7,
    active: 21.4,
    layers: 60,
    heads: [128, 128, 160],
    latent: 576,
    experts: [6, 160, 222.6],
    embeddings: [102400, 5120],
  },
  {
    name: /^(deepseekr1|r1|dsr1)distillllama8b/,
    billions: 8.03,
    layers: 32,
    heads: [32, 8, 128],
    embeddings: [128256, 4096],
  },
  {
    name: /^(deepseekr1|r1|dsr1)distillllama70b/,
    billions: 70.55,
    layers: 80,
    heads: [64, 8, 128],
    embeddings: [128256, 8192],
  },
  {
    name: /^(deepseekr1|r1|dsr1)distillqwen7b/,
    billions: 7.62,
    layers: 28,
    heads: [28, 4, 128],
    embeddings: [152064, 3584],
  },
  {
    name: /^(deepseekr1|r1|dsr1)distillqwen14b/,
    billions: 14.77,
    layers: 48,
    heads: [40, 8, 128],
    embeddings: [152064, 5120],
  },
  {
    name: /^(deepseekr1|r1|dsr1)distillqwen32b/,
    billions: 32.76,
    layers: 64,
    heads: [40, 8, 128],
    embeddings: [152064, 5120],
  },
  {
    name: /^(deepseek|ds)(r1|v3)/,
    billions: 671,
    active: 37.5,
    layers: 61,
    heads: [128, 128, 160],
    latent: 576,
    experts: [8, 256, 653.9],
    embeddings: [129280, 7168],
  },
  {
    name: /^kimik2/,
    billions: 1026,
    active: 32.9,
    layers: 61,
    heads: [64, 64, 160],
    latent: 576,
    experts: [8, 384, 1014.7],
    embeddings: [163840, 7168],
  },
  {
    name: /^glm5/,
    billions: 744,
    active: 40,
    layers: 78,
    heads: [64, 64, 256],
    latent: 576,
    experts: [8, 256, 724],
    embeddings: [154880, 6144],
  },
  {
    name: /^glm45air/,
    billions: 106.9,
    active: 12.9,
    layers: 46,
    heads: [96, 8, 128],
    experts: [8, 128, 99.7],
    embeddings: [151552, 4096],
  },
  {
    name: /^glm4[567]/,
    billions: 352.8,
    active: 32.9,
    layers: 92,
    heads: [96, 8, 128],
    experts: [8, 160, 335.9],
    embeddings: [151552, 5120],
  },
  {
    name: /^minimaxm2/,
    billions: 228.7,
    active: 10.1,
    layers: 62,
    heads: [48, 8, 128],
    experts: [8, 256, 224.7],
    embeddings: [200064, 3072],
  },
  // Others
  {
    name: /^gptoss20b/,
    billions: 20.9,
    active: 3.6,
    layers: 24,
    heads: [64, 8, 64],
    windows: [12, 128],
    experts: [4, 32, 19.1],
    embeddings: [201088, 2880],
  },
  {
    name: /^gptoss/,
    billions: 116.8,
    active: 5.7,
    layers: 36,
    heads: [64, 8, 64],
    windows: [18, 128],
    experts: [4, 128, 114.7],
    embeddings: [201088, 2880],
  },
  { name: /^gemma29b/, billions: 9.24, layers: 42, heads: [16, 8, 256], windows: [21, 4096] },
  { name: /^gemma227b/, billions: 27.2, layers: 46, heads: [32, 16, 128], windows: [23, 4096] },
  { name: /^gemma7b/, billions: 8.54, layers: 28, heads: [16, 16, 256] },
  { name: /^gemma34b/, billions: 3.88, layers: 34, heads: [8, 4, 256], windows: [29, 1024] },
  { name: /^gemma312b/, billions: 11.77, layers: 48, heads: [16, 8, 256], windows: [40, 1024] },
  { name: /^gemma327b/, billions: 27.0, layers: 62, heads: [32, 16, 128], windows: [52, 1024] },
  {
    name: /^phi4mini|^phi35mini|^phi3mini/,
    billions: 3.82,
    layers: 32,
    heads: [32, 32, 96],
    embeddings: [32064, 3072],
  },
  { name: /^phi4/, billions: 14.66, layers: 40, heads: [40, 10, 128], embeddings: [100352, 5120] },
  {
    name: /^phi3medium/,
    billions: 13.96,
    layers: 40,
    heads: [40, 10, 128],
    embeddings: [32064, 5120],
  },
  {
    name: /^aquila7b/,
    billions: 7.3,
    layers: 32,
    heads: [32, 32, 128],
    embeddings: [100008, 4096],
  },
  { name: /^bloom7b1/, billions: 7.07, layers: 30, heads: [32, 32, 128] },
  { name: /^decilm7b/, billions: 7.04, layers: 32, heads: [32, 2, 128], embeddings: [32000, 4096] },
  { name: /^gptj6b/, billions: 6.05, layers: 28, heads: [16, 16, 256], embeddings: [50400, 4096] },
  { name: /^opt67b/, billions: 6.66, layers: 32, heads: [32, 32, 128] },
  { name: /^falcon7b/, billions: 6.92, layers: 32, heads: [71, 1, 64] },
  { name: /^yi34b/, billions: 34.39, layers: 60, heads: [56, 8, 128], embeddings: [64000, 7168] },
];

export function findArchitecture(name: string): ModelArchitecture | undefined {
  const key = name
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/^meta-?(?=llama)/, '')
    .replaceAll(/[^a-z0-9]/g, '');
  const row = ROWS.find((candidate) => candidate.name.test(key));
  return row && toArchitecture(row);
}

function toArchitecture(row: Row): ModelArchitecture {
  const [queryHeads, kvHeads, headSize] = row.heads;
  const [vocabulary, hidden] = row.embeddings ?? [0, 0];
  const [windowLayers, window] = row.windows ?? [0, 0];
  const [used, all, billions] = row.experts ?? [0, 1, 0];
  return {
    parameters: row.billions * 1e9,
    activeParameters: (row.active ?? row.billions) * 1e9,
    lookedUpParameters: vocabulary * hidden,
    layers: row.layers,
    hiddenSize: row.embeddings?.[1] ?? queryHeads * headSize,
    cachedNumbers: row.latent ?? 2 * kvHeads * headSize,
    latentCache: row.latent !== undefined,
    attentionWidth: queryHeads * headSize,
    windowLayers,
    window,
    experts: row.experts && { usedShare: used / all, share: billions / row.billions },
  };
}
