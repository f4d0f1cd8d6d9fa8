/** Lists scenarios whose weights and KV cache do not fit into a server's memory. */
import { describeLargest, describeMemory } from '../../messages/memory';
import type { Assessment } from '../../engine/assess/assessment';
import type { Paint } from '../paint';
import { textBlock } from './textBlock';

/** Returns no lines if every scenario fits, as far as known. */
export function sizeMemory({ scenarios }: Assessment, paint: Paint): readonly string[] {
  const lines = scenarios.flatMap(({ spec: scenario, memory }) => {
    if (!memory || memory.fit === 'fits') return [];
    const { name } = scenario;
    return [`${name}: ${describeMemory(memory)}; ${describeLargest(memory)}`];
  });
  return textBlock('Does not, or may not, fit into memory', lines, paint);
}
