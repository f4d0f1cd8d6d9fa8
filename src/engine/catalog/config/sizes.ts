/** Reads the sizes that all layers share. */
import { layerKinds, type LayerKinds } from './layerKinds';
import type { Section } from './section';

export interface Sizes {
  readonly layers: number;
  readonly hidden: number;
  readonly vocabulary: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly latent: number | undefined;
  readonly kinds: LayerKinds;
}

export function sizesOf(config: Section): Sizes | undefined {
  const layers =
    config.number('num_hidden_layers', 'n_layer', 'num_layers', 'n_layers') ??
    config.list('layers_block_type')?.length;
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

export function isTied(config: Section, inner: Section): boolean {
  const stated = config.flag('tie_word_embeddings') ?? inner.flag('tie_word_embeddings');
  if (stated !== undefined) return stated;
  const type = inner.text('model_type') ?? '';
  return TIED.some((family) => type.startsWith(family));
}

/** Families whose files say nothing, and that Transformers ties by default. */
const TIED = ['gemma', 'cohere', 'bloom', 'opt', 'falcon', 'gpt2', 'gpt_bigcode', 'mpt'];

export function contextOf(config: Section): number | undefined {
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
