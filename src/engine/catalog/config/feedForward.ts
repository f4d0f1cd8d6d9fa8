/** Counts the parameters of feed-forward parts and experts. */
import type { Experts } from '../../plan/architecture';
import type { Section } from './section';
import type { Sizes } from './sizes';

export interface FeedForward {
  /** Parameters of dense layers, of shared experts and of routers. */
  readonly dense: number;
  /** Parameters of the experts that one token uses. */
  readonly active: number;
  readonly experts: Experts | undefined;
  readonly feedForward: number;
}

export function feedForwardOf(config: Section, { hidden, kinds, layers }: Sizes): FeedForward {
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
    config.number(
      'num_experts_per_tok',
      'num_experts_per_token',
      'experts_per_token',
      'top_k_experts',
      'moe_topk',
    ) ?? 1;
  const withExperts = expertLayers(config, kinds.feedForward, layers);
  const inner = config.number('moe_latent_size', 'routed_expert_hidden_size') ?? hidden;
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
