/** Counts the parameters of attention, and tells what layers with a window keep. */
import type { Experts, Windows } from '../../plan/architecture';
import type { Section } from './section';
import type { Sizes } from './sizes';

/** Parameters of one layer's attention. */
export function attentionMatrices(config: Section, sizes: Sizes, windowed: boolean): number {
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
    heads * value * hidden * (config.flag('mla_use_output_gate') === true ? 2 : 1) +
    indexed * ((indexer ?? 0) * (rank ?? hidden) + hidden)
  );
}

/** Parameters that tensor parallelism does not split. */
export function replicatedOf(
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

export function indexerBytes(config: Section): number | undefined {
  const size = config.number('index_head_dim');
  // one number of 8 bits each, and a scale of 32 bits
  return size ? size + 4 : undefined;
}

export function windowsOf(
  config: Section,
  { kinds, kvHeads, headSize }: Sizes,
): Windows | undefined {
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
