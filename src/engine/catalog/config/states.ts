/** Reads layers that keep a state of fixed size: linear attention and state spaces. */
import type { Section } from './section';

export interface State {
  readonly parameters: number;
  readonly bytes: number;
}

/** Parameters and states of layers with linear attention (Yang and others 2024), and of Mamba 2 (Dao and Gu 2024). */
export function stateOf(config: Section, hidden: number): { linear?: State; mamba?: State } {
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
