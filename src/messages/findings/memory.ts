/** Words for findings about GPU memory that is too small, and limits of the hardware. */
import type { MemoryCheck } from '../../engine/hardware/memory';
import type { HardwareClaim } from '../../engine/observation/hardwareClaims';
import type { FindingArgs } from '../../lint/finding';
import type { Figure } from '../../engine/figure/figure';
import { formatNumberAgainstLimits } from '../formatAgainstLimits';
import { formatFigure, formatFigureTo } from '../figures';
import { explainFigure, textOf } from '../formulas';
import { describeLargest, describeNeed, describeUsable } from '../memory';
import { formatNumber } from '../numbers';
import { LIMIT_DIGITS } from '../verdicts';
import { quote } from './words';
import { sentences } from '../sentences';
import type { Words } from './wordsOf';

export const MEMORY_WORDS: Words<'memory'> = {
  'memory.does-not-fit': (args) =>
    args.memory.weights.value > args.memory.usable.value ? weightsTooLarge(args) : tooMuch(args),
  'memory.may-not-fit': ({ scenario, memory }) =>
    sentences(
      `${quote(scenario.spec.name)} may not fit into memory: ${neededOf(memory)}`,
      describeNeed(memory, scenario.parallel),
      describeLargest(memory),
      'state `kvTokens` and `weightsMemory` as the server reports them at its start',
    ),
};

type Args = FindingArgs['memory.does-not-fit'];

/** Returns `8.03 billion parameters × 8 bits / 8 = 8.03 GB read; 8.03 GB / 300 GB/s = 26.8 ms a token`. */
export function arithmetic(figure: Figure): string {
  return [...explainFigure(figure)].reverse().map(textOf).join('; ');
}

function weightsTooLarge({ scenario, memory }: Args): string {
  const { engine } = scenario.spec;
  return sentences(
    `${quote(engine.model?.value ?? engine.name)} does not fit into memory: ${formatFigure(memory.weights)} of weights, ${describeUsable(memory)}`,
    `formula: ${arithmetic(memory.weights)}`,
    'use fewer bits a weight, a smaller model, or more or larger GPUs',
  );
}

function tooMuch({ scenario, memory }: Args): string {
  return sentences(
    `${quote(scenario.spec.name)} does not fit into memory: ${neededOf(memory)}`,
    describeNeed(memory, scenario.parallel),
    describeLargest(memory),
  );
}

/** Returns `68.6 GiB needed, about 18.7 to 19.6 GiB of 24 GB usable per server`. */
function neededOf(memory: MemoryCheck): string {
  return `${formatFigure(memory.needed)} needed, ${describeUsable(memory)}`;
}

/** Words for a figure of an observation that its hardware cannot reach. */
export function beyondHardware(name: string, claim: HardwareClaim): string {
  const { by, stated, limit } = claim;
  const most = formatNumberAgainstLimits(limit, stated.value);
  const formula = `formula: ${arithmetic(limit)}`;
  switch (by) {
    case 'bandwidth':
      return sentences(
        `${name} is faster than its hardware: ${claimText(claim)}, possible ${most}`,
        'every token reads the active weights once',
        formula,
        `${CHECK}; with draft tokens, set \`speculative: true\``,
      );
    case 'prompt':
      return sentences(
        `${name} is faster than its hardware: ${formatFigure(stated)} to the ${claim.kind.startsWith('ttft') ? 'first token' : 'whole answer'}, possible ${most}`,
        `the prompt${lengthOf(limit)} is computed first`,
        formula,
        CACHE_OR_WRONG,
      );
    case 'throughput':
      return sentences(
        `${name} is faster than its hardware: ${formatFigure(stated)}${stated.derivation.kind === 'formula' ? ' by load and latency' : ''}, possible ${most}`,
        formula,
        CACHE_OR_WRONG,
      );
  }
}

const CHECK = 'check the figure, the model, its quantization and the GPU';

const CACHE_OR_WRONG = `${CHECK}; if a prefix cache answered, set \`cachedTokens\``;

/** Returns `1 s for an answer of 128 tokens`. For users and throughput it gives the time that they imply. */
function claimText({ kind, stated, limit }: HardwareClaim): string {
  const time = formatFigureTo(LIMIT_DIGITS, stated);
  if (kind === 'tpot' || kind.includes('.')) return `${time} for a token`;
  const answer = `an answer${lengthOf(limit)}`;
  if (stated.derivation.kind === 'formula') {
    return `${time} for ${answer} by users and throughput`;
  }
  return `${kind === 'latency' ? '' : `${kind} `}${time} for ${answer}`;
}

export function lengthOf({ derivation }: Figure): string {
  const tokens = derivation.kind === 'formula' ? derivation.inputs.tokens : undefined;
  return tokens ? ` of ${formatNumber(tokens.value)} tokens` : '';
}
