import type { Section } from './section';

/** Parameters of an encoder for images: attention and feed-forward of each of its layers. */
export function encoderParameters(config: Section): number {
  const encoder = config.map('vision_config');
  if (!encoder) return 0;
  const hidden = encoder.number('hidden_size', 'vt_hidden_size') ?? 0;
  const width = encoder.number('intermediate_size', 'vt_intermediate_size') ?? 4 * hidden;
  const layers = encoder.number('depth', 'num_hidden_layers', 'vt_num_hidden_layers') ?? 0;
  return layers * hidden * (4 * hidden + 2 * width);
}
