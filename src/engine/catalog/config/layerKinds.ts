/** Counts the layers of each kind: full attention, windows, linear attention, state spaces, feed-forward. */
import type { Section } from './section';

export interface LayerKinds {
  /** Layers that attend to all tokens, to those of a window, and those with a state. */
  readonly full: number;
  readonly windowed: number;
  readonly linear: number;
  readonly mamba: number;
  /** Layers with a feed-forward part of their own. */
  readonly feedForward: number;
}

export function layerKinds(config: Section, layers: number): LayerKinds {
  const pattern = config.text('hybrid_override_pattern') ?? config.text('layers_block_type');
  if (pattern !== undefined) {
    const count = (kind: string): number => [...pattern].filter((letter) => letter === kind).length;
    const [full, mamba] = [count('*'), count('M')];
    return { full, mamba, windowed: 0, linear: 0, feedForward: layers - full - mamba };
  }
  const blocks = config.list('layers_block_type');
  if (blocks) return kindsOfBlocks(blocks);
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

/** Blocks that mix tokens, each with a feed-forward part, or with blocks of their own for these. */
function kindsOfBlocks(blocks: readonly unknown[]): LayerKinds {
  const of = (...names: string[]): number =>
    blocks.filter((block) => names.includes(String(block))).length;
  const mamba = of('mamba', 'mamba2');
  const apart = of('moe', 'mlp');
  const full = blocks.length - mamba - apart;
  return { full, mamba, windowed: 0, linear: 0, feedForward: apart > 0 ? apart : blocks.length };
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
