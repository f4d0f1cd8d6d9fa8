/**
 * Open models, by their `config.json` on Hugging Face: sizes of weights and KV cache. Sizes are of the text model; a
 * vision encoder takes memory on top. Many originals need an account, so the sources are public copies of them. A
 * source without a number of parameters has it computed from its sizes.
 */
export interface Model {
  readonly name: string;
  readonly parameters: number;
  /** Parameters that one token is computed with: all, unless the model is a mixture of experts. */
  readonly activeParameters: number;
  /**
   * Part of `activeParameters` that a token looks up and does not read in full: the table of input embeddings. The
   * number is 0 if that table is also the output layer, which is read, or is not counted as active.
   */
  readonly lookedUpParameters: number;
  readonly layers: number;
  /** Layers that keep keys and values of the last `window` tokens only; 0 for most models. */
  readonly windowLayers: number;
  /** Tokens that a layer with a window keeps. */
  readonly window: number;
  readonly kvHeads: number;
  /** Numbers in a key, and in a value, of one head. */
  readonly headSize: number;
  /** Longest context that the model was made for, in tokens. */
  readonly contextTokens: number;
  /** Quantization that it is published in; undefined for 16 bits. */
  readonly publishedAs: string | undefined;
  /** Quantization that Ollama's names for it imply, if that is known not to be Q4_K_M: see `ROWS`. */
  readonly onOllama: string | undefined;
  readonly source: string;
  /** Day on which the figures were read at `source`; undefined if nobody has read them there. */
  readonly checked: string | undefined;
}

type Row = readonly [
  repository: string,
  /** Other names, as Ollama has them; separated by blanks. */
  aliases: string,
  billions: number,
  activeBillions: number,
  layers: number,
  kvHeads: number,
  headSize: number,
  contextTokens: number,
  rest?: Rest,
];

interface Rest {
  /** Sizes of the table of input embeddings, if the output layer is a separate one. */
  readonly untied?: readonly [vocabulary: number, hidden: number];
  readonly windows?: readonly [layers: number, tokens: number];
  readonly publishedAs?: string;
  readonly onOllama?: string;
  /** Source of the figures; litgpt's table by default. */
  readonly source?: string;
  readonly checked?: string;
}

const CHECKED = '2026-11-24';
const K = 1024;
const GITHUB = 'https://github.com/';
const HUGGING_FACE = 'https://huggingface.co/';

/** Sizes of most open models in one file, each with the address of its `config.json`. */
const LITGPT = `${GITHUB}Lightning-AI/litgpt/blob/26857050fe3ff627cd714fe92f5838f51a3d5efa/litgpt/config.py`;
/** A later state of litgpt's table, and the day on which it was read. */
const LITGPT_LATER = {
  source: `${GITHUB}Lightning-AI/litgpt/blob/0006c973aa7d6ace293e2a5fedaf1f8f804f960c/litgpt/config.py`,
  checked: '2026-11-26',
};
/** Copies of `config.json`. */
const AICONFIGURATOR = `${GITHUB}ai-dynamo/aiconfigurator/blob/095f58a51c4ca8e61b66ec108d86f223f8d559ce/aic-core/src/aiconfigurator_core/model_configs`;

/**
 * Quantizations that Ollama's names imply, found by the sizes that it gives for them. Those of Q4_0 and Q4_K_M differ
 * by a twelfth. Llama 3 and Gemma 2:
 * https://github.com/ollama/ollama/blob/f3d7a481b75e0af89ae946d3923a239a3d835643/README.md. Llama 2:
 * https://github.com/ollama/ollama/blob/cc5a71e0e339cc9d3742674f2b0ccb40100be539/README.md. Mixtral by what `ollama
 * list` shows: 26 GB (a3b6bef0f836) and 79 GB (e8479ee1cb51). Read on 2026-11-26. Lists of this year show the same
 * files under these names: Llama 3 70B (786f3184aec0), Gemma 2 9B (ff02c3702f32), Mixtral 8x7B.
 */
const ROWS: readonly Row[] = [
  [
    'meta-llama/Llama-2-7b-hf',
    'llama2 llama2:7b',
    6.74,
    6.74,
    32,
    32,
    128,
    4 * K,
    { untied: [32_000, 4096], onOllama: 'q4_0' },
  ],
  [
    'meta-llama/Llama-2-13b-hf',
    'llama2:13b',
    13.02,
    13.02,
    40,
    40,
    128,
    4 * K,
    { untied: [32_000, 5120], onOllama: 'q4_0' },
  ],
  [
    'meta-llama/Llama-2-70b-hf',
    'llama2:70b',
    68.98,
    68.98,
    80,
    8,
    128,
    4 * K,
    { untied: [32_000, 8192], onOllama: 'q4_0' },
  ],
  [
    'meta-llama/Meta-Llama-3-8B',
    'llama3 llama3:8b',
    8.03,
    8.03,
    32,
    8,
    128,
    8 * K,
    { untied: [128_256, 4096], onOllama: 'q4_0' },
  ],
  [
    'meta-llama/Meta-Llama-3-70B',
    'llama3:70b',
    70.55,
    70.55,
    80,
    8,
    128,
    8 * K,
    { untied: [128_256, 8192], onOllama: 'q4_0' },
  ],
  [
    'meta-llama/Llama-3.1-8B',
    'llama3.1 llama3.1:8b',
    8.03,
    8.03,
    32,
    8,
    128,
    128 * K,
    { untied: [128_256, 4096] },
  ],
  [
    'meta-llama/Llama-3.1-70B',
    'llama3.1:70b',
    70.55,
    70.55,
    80,
    8,
    128,
    128 * K,
    { untied: [128_256, 8192] },
  ],
  [
    'meta-llama/Llama-3.1-405B',
    'llama3.1:405b',
    405.85,
    405.85,
    126,
    8,
    128,
    128 * K,
    { untied: [128_256, 16_384] },
  ],
  ['meta-llama/Llama-3.2-1B', 'llama3.2:1b', 1.24, 1.24, 16, 8, 64, 128 * K, { onOllama: 'q8_0' }],
  ['meta-llama/Llama-3.2-3B', 'llama3.2 llama3.2:3b', 3.21, 3.21, 28, 8, 128, 128 * K],
  [
    'meta-llama/Llama-3.3-70B-Instruct',
    'llama3.3 llama3.3:70b',
    70.55,
    70.55,
    80,
    8,
    128,
    128 * K,
    { untied: [128_256, 8192] },
  ],
  [
    'mistralai/Mistral-7B-v0.3',
    'mistral mistral:7b',
    7.25,
    7.25,
    32,
    8,
    128,
    32 * K,
    { untied: [32_768, 4096] },
  ],
  [
    'mistralai/Mistral-Nemo-Instruct-2407',
    'mistral-nemo mistral-nemo:12b',
    12.25,
    12.25,
    40,
    8,
    128,
    128 * K,
    {
      untied: [131_072, 5120],
      onOllama: 'q4_0',
      source: `${HUGGING_FACE}riple-saanvi-lab/Saanvi-C0-12B/blob/main/config.json`,
    },
  ],
  [
    'mistralai/Mistral-Small-24B-Instruct-2501',
    'mistral-small:24b mistral-small-24b',
    23.57,
    23.57,
    40,
    8,
    128,
    32 * K,
    {
      untied: [131_072, 5120],
      source: `${HUGGING_FACE}unsloth/Mistral-Small-24B-Instruct-2501-GGUF/blob/main/config.json`,
    },
  ],
  [
    'mistralai/Mixtral-8x7B-v0.1',
    'mixtral mixtral:8x7b',
    46.7,
    12.88,
    32,
    8,
    128,
    32 * K,
    { untied: [32_000, 4096], onOllama: 'q4_0' },
  ],
  [
    'mistralai/Mixtral-8x22B-v0.1',
    'mixtral:8x22b',
    140.6,
    39.15,
    56,
    8,
    128,
    64 * K,
    {
      untied: [32_000, 6144],
      onOllama: 'q4_0',
      source: `${AICONFIGURATOR}/mistralai--Mixtral-8x22B-v0.1_config.json`,
    },
  ],
  ['Qwen/Qwen2.5-0.5B', 'qwen2.5:0.5b', 0.49, 0.49, 24, 2, 64, 32 * K],
  // Its `config.json` allows 128 K; Qwen's documentation states 32 K for the sizes below 7B.
  ['Qwen/Qwen2.5-1.5B', 'qwen2.5:1.5b', 1.54, 1.54, 28, 2, 128, 32 * K],
  ['Qwen/Qwen2.5-3B', 'qwen2.5:3b', 3.09, 3.09, 36, 2, 128, 32 * K],
  [
    'Qwen/Qwen2.5-7B',
    'qwen2.5 qwen2.5:7b',
    7.62,
    7.62,
    28,
    4,
    128,
    128 * K,
    { untied: [152_064, 3584] },
  ],
  [
    'Qwen/Qwen2.5-14B',
    'qwen2.5:14b',
    14.77,
    14.77,
    48,
    8,
    128,
    128 * K,
    { untied: [152_064, 5120] },
  ],
  [
    'Qwen/Qwen2.5-32B',
    'qwen2.5:32b',
    32.76,
    32.76,
    64,
    8,
    128,
    128 * K,
    { untied: [152_064, 5120] },
  ],
  [
    'Qwen/Qwen2.5-72B',
    'qwen2.5:72b',
    72.71,
    72.71,
    80,
    8,
    128,
    128 * K,
    { untied: [152_064, 8192] },
  ],
  // Trained on 32 K; `config.json` allows 8 K more, for the prompt.
  ['Qwen/Qwen3-4B', '', 4.02, 4.02, 36, 8, 128, 40 * K],
  ['Qwen/Qwen3-8B', 'qwen3 qwen3:8b', 8.19, 8.19, 36, 8, 128, 40 * K, { untied: [151_936, 4096] }],
  ['Qwen/Qwen3-14B', 'qwen3:14b', 14.77, 14.77, 40, 8, 128, 40 * K, { untied: [151_936, 5120] }],
  ['Qwen/Qwen3-32B', 'qwen3:32b', 32.76, 32.76, 64, 8, 128, 40 * K, { untied: [151_936, 5120] }],
  ['Qwen/Qwen3-30B-A3B', '', 30.53, 3.35, 48, 4, 128, 40 * K, { untied: [151_936, 2048] }],
  [
    'Qwen/Qwen3-235B-A22B',
    '',
    235.09,
    22.19,
    94,
    4,
    128,
    40 * K,
    { untied: [151_936, 4096], ...LITGPT_LATER },
  ],
  // Models of July 2025, which Ollama's names of these sizes have meant since.
  [
    'Qwen/Qwen3-4B-Instruct-2507',
    'Qwen/Qwen3-4B-Thinking-2507 qwen3:4b',
    4.02,
    4.02,
    36,
    8,
    128,
    256 * K,
    LITGPT_LATER,
  ],
  [
    'Qwen/Qwen3-30B-A3B-Instruct-2507',
    'Qwen/Qwen3-30B-A3B-Thinking-2507 qwen3:30b-a3b qwen3:30b',
    30.53,
    3.35,
    48,
    4,
    128,
    256 * K,
    { untied: [151_936, 2048], ...LITGPT_LATER },
  ],
  [
    'Qwen/Qwen3-235B-A22B-Instruct-2507',
    'Qwen/Qwen3-235B-A22B-Thinking-2507 qwen3:235b-a22b qwen3:235b',
    235.09,
    22.19,
    94,
    4,
    128,
    256 * K,
    { untied: [151_936, 4096], ...LITGPT_LATER },
  ],
  [
    'google/gemma-2-9b',
    'gemma2 gemma2:9b',
    9.24,
    9.24,
    42,
    8,
    256,
    8 * K,
    { windows: [21, 4 * K], onOllama: 'q4_0' },
  ],
  [
    'google/gemma-2-27b',
    'gemma2:27b',
    27.23,
    27.23,
    46,
    16,
    128,
    8 * K,
    { windows: [23, 4 * K], onOllama: 'q4_0' },
  ],
  [
    'google/gemma-3-4b-it',
    'gemma3 gemma3:4b',
    3.88,
    3.88,
    34,
    4,
    256,
    128 * K,
    { windows: [29, K], ...LITGPT_LATER },
  ],
  [
    'google/gemma-3-12b-it',
    'gemma3:12b',
    11.77,
    11.77,
    48,
    8,
    256,
    128 * K,
    { windows: [40, K], ...LITGPT_LATER },
  ],
  [
    'google/gemma-3-27b-it',
    'gemma3:27b',
    27.01,
    27.01,
    62,
    16,
    128,
    128 * K,
    { windows: [52, K], ...LITGPT_LATER },
  ],
  [
    'microsoft/phi-4',
    'phi4 phi4:14b',
    14.66,
    14.66,
    40,
    10,
    128,
    16 * K,
    { untied: [100_352, 5120] },
  ],
  [
    'deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B',
    'deepseek-r1:1.5b',
    1.78,
    1.78,
    28,
    2,
    128,
    128 * K,
    {
      untied: [151_936, 1536],
      source: `${HUGGING_FACE}onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX/blob/main/config.json`,
    },
  ],
  [
    'deepseek-ai/DeepSeek-R1-Distill-Qwen-7B',
    'deepseek-r1:7b',
    7.62,
    7.62,
    28,
    4,
    128,
    128 * K,
    {
      untied: [152_064, 3584],
      source: `${HUGGING_FACE}ABrain/HPGPT-DeepSeek-R1-Distill-Qwen-7B-R/blob/main/config.json`,
    },
  ],
  [
    'deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
    '',
    8.03,
    8.03,
    32,
    8,
    128,
    128 * K,
    { untied: [128_256, 4096] },
  ],
  [
    'deepseek-ai/DeepSeek-R1-Distill-Qwen-14B',
    'deepseek-r1:14b',
    14.77,
    14.77,
    48,
    8,
    128,
    128 * K,
    { untied: [152_064, 5120], source: `${HUGGING_FACE}neody/r1-14b-awq/blame/main/config.json` },
  ],
  [
    'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B',
    'deepseek-r1:32b',
    32.76,
    32.76,
    64,
    8,
    128,
    128 * K,
    {
      untied: [152_064, 5120],
      source: `${HUGGING_FACE}AIFunOver/DeepSeek-R1-Distill-Qwen-32B-openvino-8bit/blob/main/config.json`,
    },
  ],
  [
    'deepseek-ai/DeepSeek-R1-Distill-Llama-70B',
    'deepseek-r1:70b',
    70.55,
    70.55,
    80,
    8,
    128,
    128 * K,
    { untied: [128_256, 8192] },
  ],
  // Untied too, but OpenAI counts the input embeddings of neither as active.
  [
    'openai/gpt-oss-20b',
    'gpt-oss gpt-oss:20b',
    20.9,
    3.6,
    24,
    8,
    64,
    128 * K,
    {
      windows: [12, 128],
      publishedAs: 'mxfp4',
      source: `${AICONFIGURATOR}/openai--gpt-oss-20b_config.json`,
    },
  ],
  [
    'openai/gpt-oss-120b',
    'gpt-oss:120b',
    116.8,
    5.1,
    36,
    8,
    64,
    128 * K,
    {
      windows: [18, 128],
      publishedAs: 'mxfp4',
      source: `${AICONFIGURATOR}/openai--gpt-oss-120b_config.json`,
    },
  ],
];

/** Each model with all of its names; the first is that of its repository. */
export const MODELS: readonly { readonly names: readonly string[]; readonly model: Model }[] =
  ROWS.map(
    ([
      repository,
      aliases,
      billions,
      active,
      layers,
      kvHeads,
      headSize,
      context,
      {
        untied: [vocabulary, hidden] = [0, 0],
        windows,
        publishedAs,
        onOllama,
        source,
        checked,
      } = {},
    ]) => {
      const model: Model = {
        name: repository,
        parameters: billions * 1e9,
        activeParameters: active * 1e9,
        lookedUpParameters: vocabulary * hidden,
        layers,
        windowLayers: windows?.[0] ?? 0,
        window: windows?.[1] ?? 0,
        kvHeads,
        headSize,
        contextTokens: context,
        publishedAs,
        onOllama,
        source: source ?? LITGPT,
        checked: checked ?? CHECKED,
      };
      return { names: [repository, ...aliases.split(' ').filter((name) => name !== '')], model };
    },
  );
