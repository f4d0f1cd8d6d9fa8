/** Shows the memory of a scenario's server in one line. */
import { bold, escapeSentence } from '../../messages/markdown';
import { describeMemory } from '../../messages/memory';
import type { MemoryCheck } from '../../engine/hardware/memory';

/** Writes `4.91 GB of weights + 8.59 GB of KV cache of 23.5 GB on a server`. */
export function memoryLine(memory: MemoryCheck | undefined): string | undefined {
  if (!memory) return undefined;
  const text = escapeSentence(describeMemory(memory));
  return memory.fit === 'fits' ? text : `${bold(WORDS[memory.fit])}: ${text}`;
}

const WORDS = { 'may-not-fit': 'May not fit', 'does-not-fit': 'Does not fit' } as const;
