/**
 * Reads the `config.json` of a model, as published on Hugging Face. Parameters are counted from the sizes: matrices only,
 * since norms and biases are below a thousandth.
 */
import type { Architecture, Experts, States, Windows } from '../plan/architecture';

/** Text of a `config.json` beyond this is no such file. */
export const MAX_CONFIG_BYTES = 1_000_000;

export type ConfigProblem = 'not-json' | 'no-architecture' | 'implausible';

/** @returns What is wrong with the text, if it is no `config.json` of a language model. */
export function readConfig(text: string): Architecture | ConfigProblem {
  const config = parse(text);
  if (!config) return 'not-json';
  const inner = config.map('text_config') ?? config.map('llm_config') ?? config;
  const sizes = sizesOf(inner);
  // layers that differ one by one, as pruned models have
  if (!sizes || inner.list('block_configs')) return 'no-architecture';
  const found = countParameters(inner, sizes);
  const encoder = encoderParameters(config);
  const architecture: Architecture = {
    ...found,
    layers: sizes.layers,
    hiddenSize: sizes.hidden,
    vocabulary: sizes.vocabulary,
    tiedEmbeddings: isTied(config, inner),
    heads: sizes.heads,
    kvHeads: inner.number('num_global_key_value_heads') ?? sizes.kvHeads,
    headSize: inner.number('global_head_dim') ?? sizes.headSize,
    contextTokens: contextOf(inner),
    publishedAs: publishedAs(config, inner),
    latent: sizes.latent,
    ...replicatedOf(inner, sizes, found.experts),
    indexerBytes: indexerBytes(inner),
    windows: windowsOf(inner, sizes),
    ...(encoder > 0 && { encoderParameters: encoder }),
  };
  return isPlausible(architecture) ? architecture : 'implausible';
}

/** Limits beyond which a number is a slip: no model comes near. */
function isPlausible({ parameters, layers, hiddenSize, headSize, vocabulary }: Architecture) {
  const sizes = [layers, hiddenSize, headSize, vocabulary];
  return (
    sizes.every((size) => Number.isInteger(size) && size > 0) &&
    layers <= 2000 &&
    hiddenSize <= 1e6 &&
    vocabulary <= 1e7 &&
    parameters > 1e5 &&
    parameters < 1e14
  );
}

/** A JSON object whose values are looked at by type: files of others have anything. */
interface Section {
  number(...keys: string[]): number | undefined;
  text(key: string): string | undefined;
  flag(key: string): boolean | undefined;
  map(key: string): Section | undefined;
  list(key: string): readonly unknown[] | undefined;
}

function parse(text: string): Section | undefined {
  try {
    // Python writes numbers that JSON does not have
    return sectionOf(JSON.parse(text.replace(/([:[,]\s*)-?(?:Infinity|NaN)\b/g, '$1null')));
  } catch {
    return undefined;
  }
}

function sectionOf(value: unknown): Section | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const at = (key: string): unknown =>
    Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return {
    number: (...keys) => keys.map(at).find(isCount),
    text: (key) => (typeof at(key) === 'string' ? (at(key) as string) : undefined),
    flag: (key) => (typeof at(key) === 'boolean' ? (at(key) as boolean) : undefined),
    map: (key) => sectionOf(at(key)),
    list: (key) => (Array.isArray(at(key)) ? (at(key) as readonly unknown[]) : undefined),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

interface Sizes {
  readonly layers: number;
  readonly hidden: number;
  readonly vocabulary: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly latent: number | undefined;
  readonly kinds: LayerKinds;
}

function sizesOf(config: Section): Sizes | undefined {
  const layers = config.number('num_hidden_layers', 'n_layer', 'num_layers', 'n_layers');
  const hidden = config.number('hidden_size', 'n_embd', 'd_model');
  const vocabulary = config.number('vocab_size');
  const heads = config.number('num_attention_heads', 'n_head', 'n_heads');
  if (!layers || !hidden || !vocabulary || !heads) return undefined;
  const rank = config.number('kv_lora_rank');
  return {
    layers,
    hidden,
    vocabulary,
    heads,
    kvHeads:
      config.flag('multi_query') === true
        ? 1
        : (config.number('num_key_value_heads', 'num_kv_heads', 'n_head_kv') ?? heads),
    headSize: headSizeOf(config, hidden / heads),
    latent: rank ? rank + (config.number('qk_rope_head_dim') ?? 0) : undefined,
    kinds: layerKinds(config, layers),
  };
}

/** With latent attention a head's key and value differ in size: their mean counts. */
function headSizeOf(config: Section, usual: number): number {
  const value = config.number('v_head_dim');
  const key = config.number('qk_nope_head_dim');
  if (value !== undefined && key !== undefined) {
    return (key + (config.number('qk_rope_head_dim') ?? 0) + value) / 2;
  }
  return config.number('head_dim') ?? usual;
}

interface LayerKinds {
  /** Layers that attend to all tokens, to those of a window, and those with a state. */
  readonly full: number;
  readonly windowed: number;
  readonly linear: number;
  readonly mamba: number;
  /** Layers with a feed-forward part of their own. */
  readonly feedForward: number;
}

function layerKinds(config: Section, layers: number): LayerKinds {
  const pattern = config.text('hybrid_override_pattern') ?? config.text('layers_block_type');
  if (pattern !== undefined) {
    const count = (kind: string): number => [...pattern].filter((letter) => letter === kind).length;
    const [full, mamba] = [count('*'), count('M')];
    return { full, mamba, windowed: 0, linear: 0, feedForward: layers - full - mamba };
  }
  const blocks = config.list('layers_block_type');
  if (blocks) {
    const mamba = blocks.filter((block) => block === 'mamba' || block === 'mamba2').length;
    return { full: layers - mamba, mamba, windowed: 0, linear: 0, feedForward: layers };
  }
  const types = config.list('layer_types');
  const window = config.number('sliding_window');
  const of = (...kinds: string[]): number =>
    types?.filter((kind) => kinds.includes(String(kind))).length ?? 0;
  const linear = types
    ? of('linear_attention', 'kda', 'gated_delta')
    : linearByInterval(config, layers);
  const windowed = types
    ? of('sliding_attention', 'chunked_attention')
    : windowedByPattern(config, layers, window);
  return { full: layers - linear - windowed, windowed, linear, mamba: 0, feedForward: layers };
}

function linearByInterval(config: Section, layers: number): number {
  const listed = config.map('linear_attn_config')?.list('kda_layers');
  if (listed) return listed.length;
  const every = config.number('full_attention_interval');
  return every ? layers - Math.floor(layers / every) : 0;
}

function windowedByPattern(config: Section, layers: number, window: number | undefined): number {
  if (config.number('attention_chunk_size')) {
    const rotates = config.list('no_rope_layers') ?? [];
    // every fourth layer attends to all tokens: the default of Llama 4
    return rotates.length > 0
      ? rotates.filter((does) => does === 1).length
      : layers - Math.floor(layers / 4);
  }
  const pattern = config.list('hybrid_layer_pattern');
  if (pattern && window) return pattern.filter((kind) => kind === 1).length;
  const every = config.number('sliding_window_pattern', '_sliding_window_pattern');
  if (window && every) return layers - Math.floor(layers / every);
  if (config.text('model_type') === 'gemma2' && window) return Math.ceil(layers / 2);
  if (config.text('model_type')?.startsWith('gemma3') && window)
    return layers - Math.floor(layers / 6);
  // windows of whole models are long, and servers keep all tokens: Mistral 7B v0.1
  return 0;
}

function windowsOf(config: Section, { kinds, kvHeads, headSize }: Sizes): Windows | undefined {
  const tokens = config.number('sliding_window', 'attention_chunk_size');
  if (!tokens || kinds.windowed === 0) return undefined;
  return { layers: kinds.windowed, tokens, ...swaSizes(config, kvHeads, headSize) };
}

/** Sizes of layers with a window, if they are not those of the others. */
function swaSizes(config: Section, kvHeads: number, headSize: number): Partial<Windows> {
  const other = config.number('num_global_key_value_heads') !== undefined;
  const swa = config.number('swa_num_key_value_heads');
  if (swa !== undefined) return { kvHeads: swa };
  return other ? { kvHeads, headSize } : {};
}

function indexerBytes(config: Section): number | undefined {
  const size = config.number('index_head_dim');
  // one number of 8 bits each, and a scale of 32 bits
  return size ? size + 4 : undefined;
}

type Counted = Pick<
  Architecture,
  'parameters' | 'activeParameters' | 'feedForward' | 'experts' | 'states'
>;

function countParameters(config: Section, sizes: Sizes): Counted {
  const { hidden, vocabulary, kinds } = sizes;
  const embeddings = vocabulary * hidden * (isTied(config, config) ? 1 : 2);
  const state = stateOf(config, hidden);
  const attention =
    kinds.full * attentionMatrices(config, sizes, false) +
    kinds.windowed * attentionMatrices(config, sizes, true) +
    kinds.linear * (state.linear?.parameters ?? 0) +
    kinds.mamba * (state.mamba?.parameters ?? 0);
  const { dense, active, experts, feedForward } = feedForwardOf(config, sizes);
  const own = embeddings + attention + dense;
  const stateful = kinds.linear + kinds.mamba;
  const bytes = (kinds.linear > 0 ? state.linear?.bytes : state.mamba?.bytes) ?? 0;
  return {
    parameters: own + (experts?.parameters ?? 0),
    activeParameters: own + active,
    feedForward,
    ...(experts && { experts }),
    ...(stateful > 0 && { states: { layers: stateful, bytes } satisfies States }),
  };
}

/** Parameters of one layer's attention. */
function attentionMatrices(config: Section, sizes: Sizes, windowed: boolean): number {
  const { hidden, heads, latent } = sizes;
  if (latent) return latentMatrices(config, sizes);
  const isGlobal = !windowed && config.number('global_head_dim') !== undefined;
  const size = (isGlobal ? config.number('global_head_dim') : undefined) ?? sizes.headSize;
  const kvHeads =
    (isGlobal ? config.number('num_global_key_value_heads') : undefined) ??
    (windowed ? config.number('swa_num_key_value_heads') : undefined) ??
    sizes.kvHeads;
  const shared = isGlobal && config.flag('attention_k_eq_v') === true;
  const gated = config.flag('attn_output_gate') === true;
  return hidden * size * (heads * (gated ? 3 : 2) + kvHeads * (shared ? 1 : 2));
}

function latentMatrices(config: Section, { hidden, heads, latent }: Sizes): number {
  const rope = config.number('qk_rope_head_dim') ?? 0;
  const key = (config.number('qk_nope_head_dim') ?? 0) + rope;
  const value = config.number('v_head_dim') ?? 0;
  const rank = config.number('q_lora_rank');
  const query = rank ? rank * (hidden + heads * key) : hidden * heads * key;
  const keysAndValues = ((latent ?? 0) - rope) * heads * (key - rope + value);
  const indexer = config.number('index_n_heads');
  const indexed = indexer ? (config.number('index_head_dim') ?? 0) : 0;
  return (
    query +
    hidden * (latent ?? 0) +
    keysAndValues +
    heads * value * hidden +
    indexed * ((indexer ?? 0) * (rank ?? hidden) + hidden)
  );
}

/** Parameters that tensor parallelism does not split. */
function replicatedOf(
  config: Section,
  { hidden, latent, layers }: Sizes,
  experts: Experts | undefined,
): { replicatedParameters?: number } {
  if (!latent) return {};
  const rank = config.number('q_lora_rank') ?? 0;
  const indexer = config.number('index_n_heads') ?? 0;
  const indexed = indexer ? (config.number('index_head_dim') ?? 0) : 0;
  const each = hidden * (latent + rank) + indexed * (indexer * (rank || hidden) + hidden);
  return { replicatedParameters: layers * (each + hidden * (experts?.count ?? 0)) };
}

interface State {
  readonly parameters: number;
  readonly bytes: number;
}

/** Parameters and states of layers with linear attention (Yang and others 2024), and of Mamba 2 (Dao and Gu 2024). */
function stateOf(config: Section, hidden: number): { linear?: State; mamba?: State } {
  const linear = config.map('linear_attn_config');
  const kernel =
    config.number('linear_conv_kernel_dim') ?? linear?.number('short_conv_kernel_size') ?? 4;
  const valueHeads = config.number('linear_num_value_heads') ?? linear?.number('num_heads');
  if (valueHeads) {
    const keyHeads = config.number('linear_num_key_heads') ?? valueHeads;
    const keySize = config.number('linear_key_head_dim') ?? linear?.number('head_dim') ?? 128;
    const valueSize = config.number('linear_value_head_dim') ?? linear?.number('head_dim') ?? 128;
    const [keys, values] = [keyHeads * keySize, valueHeads * valueSize];
    return {
      linear: {
        parameters: hidden * (2 * keys + 2 * values + 2 * valueHeads) + values * hidden,
        bytes:
          valueHeads * valueSize * keySize * STATE_BYTES + (kernel - 1) * (2 * keys + values) * 2,
      },
    };
  }
  const heads = config.number('mamba_num_heads', 'mamba_n_heads');
  const headSize = config.number('mamba_head_dim', 'mamba_d_head');
  if (!heads || !headSize) return {};
  const inner = heads * headSize;
  const groups = config.number('n_groups', 'mamba_n_groups') ?? 1;
  const size = config.number('ssm_state_size', 'mamba_d_state') ?? 128;
  const convolved = inner + 2 * groups * size;
  return {
    mamba: {
      parameters: hidden * (inner + convolved + heads) + inner * hidden,
      bytes:
        inner * size * STATE_BYTES +
        ((config.number('conv_kernel', 'mamba_d_conv') ?? 4) - 1) * convolved * 2,
    },
  };
}

/** Servers keep states in 32 bits (`mamba_ssm_dtype` of these models). */
const STATE_BYTES = 4;

interface FeedForward {
  /** Parameters of dense layers, of shared experts and of routers. */
  readonly dense: number;
  /** Parameters of the experts that one token uses. */
  readonly active: number;
  readonly experts: Experts | undefined;
  readonly feedForward: number;
}

function feedForwardOf(config: Section, { hidden, kinds, layers }: Sizes): FeedForward {
  const matrices = isGated(config) ? 3 : 2;
  const width =
    config.number('intermediate_size', 'n_inner', 'ffn_dim', 'ffn_hidden_size') ?? 4 * hidden;
  const count = config.number(
    'n_routed_experts',
    'num_local_experts',
    'num_experts',
    'moe_num_experts',
  );
  if (!count) {
    return {
      dense: kinds.feedForward * matrices * hidden * width,
      active: 0,
      experts: undefined,
      feedForward: width,
    };
  }
  const size = config.number('moe_intermediate_size', 'expert_ffn_hidden_size') ?? width;
  const used =
    config.number('num_experts_per_tok', 'experts_per_token', 'top_k_experts', 'moe_topk') ?? 1;
  const withExperts = expertLayers(config, kinds.feedForward, layers);
  const inner = config.number('moe_latent_size') ?? hidden;
  const one = matrices * inner * size;
  const shared = sharedExperts(config, size) * matrices * hidden;
  const denseWidth = config.number('intermediate_size_mlp', 'dense_intermediate_size') ?? width;
  // each layer has both: Gemma 4
  const beside = config.flag('enable_moe_block') === true ? matrices * hidden * width : 0;
  const own = kinds.feedForward - withExperts;
  return {
    dense:
      own * matrices * hidden * denseWidth +
      withExperts * (shared + hidden * count + beside + (inner < hidden ? 2 * hidden * inner : 0)),
    active: withExperts * used * one,
    experts: { count, used, size, parameters: withExperts * count * one },
    feedForward: own > 0 || beside > 0 ? denseWidth : 0,
  };
}

/** Width of experts that all tokens use. */
function sharedExperts(config: Section, size: number): number {
  const stated = config.number(
    'shared_expert_intermediate_size',
    'moe_shared_expert_intermediate_size',
    'shared_intermediate_size',
  );
  if (stated !== undefined) return stated;
  const count = config.number('n_shared_experts', 'num_shared_experts') ?? 0;
  // Llama 4 has one in each layer of experts and does not say so
  const unsaid = config.text('model_type')?.startsWith('llama4') ? 1 : 0;
  return Math.max(count, unsaid) * size;
}

function expertLayers(config: Section, feedForward: number, layers: number): number {
  const dense = config.number('first_k_dense_replace', 'num_dense_layers');
  if (dense !== undefined) return feedForward - dense;
  const listed = config.list('moe_layer_freq');
  if (listed) return listed.filter((has) => has === 1).length;
  const every = config.number('interleave_moe_layer_step', 'decoder_sparse_step') ?? 1;
  const only = config.list('mlp_only_layers')?.length ?? 0;
  return Math.floor(layers / every) - only - (layers - feedForward);
}

/** Two matrices beside the output's gate the usual one: Llama and most since. */
function isGated(config: Section): boolean {
  const act =
    config.text('mlp_hidden_act') ??
    config.text('hidden_act') ??
    config.text('activation_function');
  if (act === 'relu2') return false;
  return !UNGATED.has(config.text('model_type') ?? '');
}

const UNGATED: ReadonlySet<string> = new Set([
  ...[
    'gpt2',
    'gptj',
    'gpt_neox',
    'gpt_bigcode',
    'opt',
    'bloom',
    'falcon',
    'mpt',
    'phi',
    'starcoder2',
  ],
]);

function isTied(config: Section, inner: Section): boolean {
  const stated = config.flag('tie_word_embeddings') ?? inner.flag('tie_word_embeddings');
  if (stated !== undefined) return stated;
  // the default of Transformers where Gemma's files say nothing
  return (inner.text('model_type') ?? '').startsWith('gemma');
}

function contextOf(config: Section): number | undefined {
  const most = config.number(
    'max_position_embeddings',
    'n_positions',
    'max_sequence_length',
    'seq_length',
  );
  const scaling = config.map('rope_scaling') ?? config.map('rope_parameters');
  const factor = scaling?.number('factor');
  const type = scaling?.text('rope_type') ?? scaling?.text('type');
  const original = scaling?.number('original_max_position_embeddings');
  // files that state the length before scaling
  if (most && factor && type === 'yarn' && original && original === most) return most * factor;
  return most;
}

/** Quantization of the published weights; undefined for 16 bits. */
function publishedAs(config: Section, inner: Section): string | undefined {
  const found = config.map('quantization_config') ?? inner.map('quantization_config');
  const method = found?.text('quant_method') ?? found?.text('quant_algo');
  if (!found || !method) return undefined;
  if (method.toLowerCase().includes('compressed')) return compressed(found);
  if (method === 'modelopt') return (found.text('quant_algo') ?? 'nvfp4').toLowerCase();
  const bits = found.number('bits');
  return bits === 8 ? 'int8' : method.toLowerCase().replace(/^gptq.*/, 'gptq');
}

/** Weights by llm-compressor: the first group tells. */
function compressed(found: Section): string | undefined {
  const groups = found.map('config_groups');
  const weights = groups?.map('group_0')?.map('weights');
  const [bits, type] = [weights?.number('num_bits'), weights?.text('type')];
  if (bits === 8) return type === 'int' ? 'int8' : 'fp8';
  if (bits === 4 && type !== 'int') return 'nvfp4';
  if (bits === 4) return weights?.number('group_size') === 32 ? 'w4a16_g32' : 'w4a16';
  return undefined;
}

/** Parameters of an encoder for images: attention and feed-forward of each of its layers. */
function encoderParameters(config: Section): number {
  const encoder = config.map('vision_config');
  if (!encoder) return 0;
  const hidden = encoder.number('hidden_size', 'vt_hidden_size') ?? 0;
  const width = encoder.number('intermediate_size', 'vt_intermediate_size') ?? 4 * hidden;
  const layers = encoder.number('depth', 'num_hidden_layers', 'vt_num_hidden_layers') ?? 0;
  return layers * hidden * (4 * hidden + 2 * width);
}
