/** Shows the memory of a scenario's server in one line. */
import { bold, escapeSentence } from '../../messages/markdown';
import { describeMemory } from '../../messages/memory';
import type { MemoryCheck } from '../../engine/hardware/memory';

/** Writes `4.57 GiB of weights + 8 GiB of KV cache of 21.9 GiB on a server`. */
export function memoryLine(memory: MemoryCheck | undefined): string | undefined {
  if (!memory) return undefined;
  const text = escapeSentence(describeMemory(memory));
  return memory.fit === 'fits' ? text : `${bold(WORDS[memory.fit])}: ${text}`;
}

const WORDS = { 'may-not-fit': 'May not fit', 'does-not-fit': 'Does not fit' } as const;
