/** Tells the quantization of the published weights. */
import type { Section } from './section';

/** Quantization of the published weights; undefined for 16 bits. */
export function publishedAs(config: Section, inner: Section): string | undefined {
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
  if (bits === 4 && type !== 'int') {
    return found.text('format')?.startsWith('mxfp4') ? 'mxfp4' : 'nvfp4';
  }
  if (bits === 4) return weights?.number('group_size') === 32 ? 'w4a16_g32' : 'w4a16';
  return undefined;
}
