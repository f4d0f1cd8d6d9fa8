/** Describes GPU memory: the need of a scenario's server, if it fits, and what would fit. */
import { t } from '@vscode/l10n';
import type { Figure } from '../engine/figure/figure';
import { contextOfModel } from '../engine/hardware/contextLimit';
import type { MemoryCheck } from '../engine/hardware/memory';
import type { Engine } from '../engine/plan/plan';
import { formatFigure } from './figures';
import { listWords } from './markdown';
import { formatMemory, formatNumber, formatQuantity, formatSoldMemory } from './numbers';

/** Returns `4.57 GiB of weights + 8 GiB of KV cache of 21.9 GiB on a server`. */
export function describeMemory({ weights, kv, usable }: MemoryCheck): string {
  const [need, all] = [formatFigure(weights), formatFigure(usable)];
  return kv
    ? t`${need} of weights + ${formatFigure(kv)} of KV cache of ${all} on a server`
    : t`${need} of weights of ${all} on a server`;
}

/** Returns `4.57 GiB of weights + 64 slots × 1 GiB of KV cache = 68.6 GiB`. */
export function describeNeed(memory: MemoryCheck, slots: Figure): string {
  const { kv, kvPerSlot, kvLongest } = memory;
  const [weights, all] = [formatFigure(memory.weights), formatFigure(memory.needed)];
  if (kv && kv === kvLongest) {
    return t`${weights} of weights + ${formatFigure(kv)} of KV cache for one request of its \`context\` = ${all}`;
  }
  return kvPerSlot
    ? t`${weights} of weights + ${formatFigure(slots)} × ${formatFigure(kvPerSlot)} of KV cache = ${all}`
    : t`${weights} of weights`;
}

/** Returns `about 18.7 to 19.6 GiB of 24 GB usable per server`, or one number if the server reports it. */
export function describeUsable({ usable, soldBytes, margin }: MemoryCheck): string {
  const all = formatSoldMemory(soldBytes);
  if (margin.value === 0) return t`${formatFigure(usable)} of ${all} usable per server`;
  const low = Math.max(0, usable.value - margin.value);
  const range = formatMemoryRange(low, usable.value + margin.value);
  return t`about ${range} of ${all} usable per server`;
}

/** Returns `18.7 to 19.6 GiB`, or both with their units if they differ. */
export function formatMemoryRange(low: number, high: number): string {
  const [from, to] = [formatMemory(low), formatMemory(high)];
  const unit = to.slice(to.lastIndexOf(' '));
  return t`${from.endsWith(unit) ? from.slice(0, -unit.length) : from} to ${to}`;
}

/** Describes the largest `parallel` or context that fits, as far as it is known. */
export function describeLargest({
  largestParallel,
  largestContext,
  pages,
  kvLongest,
}: MemoryCheck): string {
  if (!largestParallel) {
    return pages
      ? t`the memory of a slot is unknown: set \`promptTokens\` and \`outputTokens\``
      : t`the memory of a slot is unknown: set \`context\``;
  }
  const fits: string[] = [];
  const most = largestParallel.value;
  if (most >= 1) fits.push(`\`parallel: ${most}\``);
  const tokens = largestContext?.value ?? 0;
  const context = formatQuantity(tokens, 'tokens');
  if (tokens >= 1 && !pages) fits.push(t`a \`context\` of ${context} with \`parallel\` as it is`);
  if (tokens >= 1 && pages && most < 1) fits.push(t`a \`context\` of ${context}`);
  if (fits.length > 0) return t`the largest that fits: ${listWords(fits, 'or')}`;
  return kvLongest ? t`not even one request fits` : t`not even one slot fits`;
}

/**
 * Describes a `context` beyond the model's limit. The excess is of no use. Returns undefined if it is within the
 * limit.
 */
export function describeExcessContext(engine: Engine): string | undefined {
  const { contextTokens, model } = engine;
  const most = model && contextOfModel(engine);
  if (!contextTokens || !most || contextTokens.value <= most.value) return undefined;
  return t`\`context\` is too long: ${formatQuantity(contextTokens.value, 'tokens')}, the model takes ${formatFigure(most)}`;
}

/** Returns the text for an engine on which no option fits. */
export function nothingFits(): string {
  return t`not even one slot fits into a server’s memory`;
}

/** Says why a search did not try larger values. `slotsThatFit` is the largest that it tried. */
export function describeRuledOut(slotsThatFit: Figure): string {
  const { value, derivation } = slotsThatFit;
  if (derivation.kind === 'catalog') {
    return t`\`parallel\` is 1: Ollama serves this model one request at a time`;
  }
  return value < 1
    ? nothingFits()
    : t`\`parallel\` above ${formatNumber(value)} does not fit into a server’s memory`;
}

/** Says the same of a scenario whose `parallel` was searched for. Returns undefined if memory excluded nothing. */
export function describeRuledOutOf({ derivation }: Figure): string | undefined {
  const largest =
    derivation.kind === 'formula' && derivation.formula === 'parallel.auto'
      ? derivation.inputs.largest
      : undefined;
  return largest && describeRuledOut(largest);
}
