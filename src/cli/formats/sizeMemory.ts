/** Scenarios whose weights and KV cache do not fit into a server's memory, in lines. */
import { describeLargest, describeMemory } from '../../messages/memory';
import type { Assessment } from '../../engine/assess/assessment';
import type { Paint } from '../paint';
import { textBlock } from './textBlock';

/** Empty where every one fits, as far as that is known. */
export function sizeMemory({ scenarios }: Assessment, paint: Paint): readonly string[] {
  const lines = scenarios.flatMap(({ spec: scenario, memory }) => {
    if (!memory || memory.fits) return [];
    const { name } = scenario;
    return [`${name}: ${describeMemory(memory)}; ${describeLargest(memory)}`];
  });
  return textBlock('Does not fit into memory', lines, paint);
}
