/** What does not fit into GPU memory, and what the hardware cannot do. */
import type { MemoryCheck } from '../../engine/memory';
import type { FindingArgs } from '../../lint/finding';
import type { Figure } from '../../engine/figure';
import { formatFigure } from '../figures';
import { explainFigure, textOf } from '../formulas';
import { formatNumber, formatQuantity } from '../numbers';
import { listOf, quote, sentences } from './words';
import type { Words } from './wordsOf';

export const MEMORY_WORDS: Words<'memory'> = {
  'memory.does-not-fit': (args) =>
    args.memory.weights.value > args.memory.usable.value ? weightsTooLarge(args) : tooMuch(args),
};

type Args = FindingArgs['memory.does-not-fit'];

/** `8.03 billion parameters × 8 bits / 8 = 8.03 GB of weights; 8.03 GB / 300 GB/s = 26.8 ms a token`. */
export function arithmetic(figure: Figure): string {
  return [...explainFigure(figure)].reverse().map(textOf).join('; ');
}

function weightsTooLarge({ scenario, memory }: Args): string {
  const { engine } = scenario.scenario;
  return sentences(
    `the weights of ${quote(engine.model?.value ?? engine.name)} do not fit on a server of ${quote(engine.name)}: ${arithmetic(memory.weights)}, but ${usableText(memory)}`,
    'fewer bits a weight, a smaller model, more GPUs a server or larger ones can help',
  );
}

function tooMuch({ scenario, memory }: Args): string {
  const { weights, kv, kvPerSlot, needed } = memory;
  const slots = formatFigure(scenario.parallel);
  const cache =
    kv && kvPerSlot ? ` + ${slots} × ${formatFigure(kvPerSlot)} of KV cache in 16 bits` : '';
  return sentences(
    `${quote(scenario.scenario.name)} does not fit on a server of ${quote(scenario.engine.engine.name)}: ${formatFigure(weights)} of weights${cache} = ${formatFigure(needed)}, but ${usableText(memory)}`,
    fitting(memory),
  );
}

function usableText({ usable }: MemoryCheck): string {
  const { derivation } = usable;
  const memory = derivation.kind === 'formula' ? derivation.inputs.memory : undefined;
  const of = memory ? ` of ${formatFigure(memory)}` : '';
  return `${formatFigure(usable)}${of} can be used`;
}

/** The largest `parallel` or context that fits. */
function fitting({ largestParallel, largestContext }: MemoryCheck): string | undefined {
  const fits: string[] = [];
  const most = largestParallel?.value ?? 0;
  if (most >= 1) fits.push(`\`parallel: ${most}\``);
  const tokens = largestContext?.value ?? 0;
  if (tokens >= 1) {
    fits.push(`a \`context\` of ${formatQuantity(tokens, 'tokens')} with \`parallel\` as it is`);
  }
  return fits.length === 0 ? 'not even one slot fits' : `what fits at most: ${listOf(fits, 'or')}`;
}

export function belowFloorObservation({
  name,
  stated,
  floor,
  kind,
}: {
  readonly name: string;
  readonly stated: Figure;
  readonly floor: Figure;
  readonly kind: 'latency' | 'tpot';
}): string {
  const what = kind === 'tpot' ? 'a token' : `an answer${lengthOf(floor)}`;
  return sentences(
    `${name} states ${formatFigure(stated)} for ${what}, but no server of this engine can be faster than ${formatFigure(floor)}: every token reads all active weights once, ${arithmetic(floor)}`,
    'the figure, the model, its quantization or the GPU is not what was run; `speculative: true` says that drafts were used',
  );
}

export function lengthOf({ derivation }: Figure): string {
  const tokens = derivation.kind === 'formula' ? derivation.inputs.tokens : undefined;
  return tokens ? ` of ${formatNumber(tokens.value)} tokens` : '';
}
