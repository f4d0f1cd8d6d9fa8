/** Shows the memory of a scenario's server in one line. */
import { t } from '@vscode/l10n';
import { bold, escapeSentence } from '../../messages/markdown';
import { describeMemory } from '../../messages/memory';
import type { MemoryCheck } from '../../engine/hardware/memory';

/** Writes `4.57 GiB of weights + 8 GiB of KV cache of 21.9 GiB on a server`. */
export function memoryLine(memory: MemoryCheck | undefined): string | undefined {
  if (!memory) return undefined;
  const text = escapeSentence(describeMemory(memory));
  if (memory.fit === 'fits') return text;
  const verdict = memory.fit === 'may-not-fit' ? t`May not fit` : t`Does not fit`;
  return `${bold(verdict)}: ${text}`;
}
