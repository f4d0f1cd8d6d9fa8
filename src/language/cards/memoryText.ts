/** Memory of a scenario's server, in one line. */
import { bold, escapeSentence } from '../../catalogue/markdown';
import { formatFigure } from '../../catalogue/figures';
import type { MemoryCheck } from '../../engine/memory';

/** `4.91 GB of weights + 8.59 GB of KV cache of 23.5 GB on a server`. */
export function memoryLine(memory: MemoryCheck | undefined): string | undefined {
  if (!memory) return undefined;
  const { weights, kv, usable, fits } = memory;
  const cache = kv ? ` + ${escapeSentence(formatFigure(kv))} of KV cache` : '';
  const text = `${escapeSentence(formatFigure(weights))} of weights${cache} of ${escapeSentence(formatFigure(usable))} on a server`;
  return fits ? text : `${bold('Does not fit')}: ${text}`;
}
