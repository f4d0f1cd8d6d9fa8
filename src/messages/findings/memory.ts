/** Words for findings about GPU memory that is too small, and limits of the hardware. */
import { t } from '@vscode/l10n';
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
      t`${quote(scenario.spec.name)} may not fit into memory: ${neededOf(memory)}`,
      describeNeed(memory, scenario.parallel),
      describeLargest(memory),
      t`state \`kvTokens\` and \`weightsMemory\` as the server reports them at its start`,
    ),
};

type Args = FindingArgs['memory.does-not-fit'];

/** Returns `8.03 billion parameters × 8 bits / 8 = 8.03 GB read; 8.03 GB / 300 GB/s = 26.8 ms a token`. */
function arithmetic(figure: Figure): string {
  return [...explainFigure(figure)].reverse().map(textOf).join('; ');
}

/** Returns `formula: 8.03 GB / 300 GB/s = 26.8 ms a token`. */
export function describeArithmetic(figure: Figure): string {
  return t`formula: ${arithmetic(figure)}`;
}

function weightsTooLarge({ scenario, memory }: Args): string {
  const { engine } = scenario.spec;
  return sentences(
    t`${quote(engine.model?.value ?? engine.name)} does not fit into memory: ${formatFigure(memory.weights)} of weights, ${describeUsable(memory)}`,
    describeArithmetic(memory.weights),
    t`use fewer bits a weight, a smaller model, or more or larger GPUs`,
  );
}

function tooMuch({ scenario, memory }: Args): string {
  return sentences(
    t`${quote(scenario.spec.name)} does not fit into memory: ${neededOf(memory)}`,
    describeNeed(memory, scenario.parallel),
    describeLargest(memory),
  );
}

/** Returns `68.6 GiB needed, about 18.7 to 19.6 GiB of 24 GB usable per server`. */
function neededOf(memory: MemoryCheck): string {
  return t`${formatFigure(memory.needed)} needed, ${describeUsable(memory)}`;
}

/** Words for a figure of an observation that its hardware cannot reach. */
export function beyondHardware(name: string, claim: HardwareClaim): string {
  const { by, limit } = claim;
  const formula = describeArithmetic(limit);
  switch (by) {
    case 'bandwidth':
      return sentences(
        t`${name} is faster than its hardware: ${claimText(claim)}, possible ${possible(claim)}`,
        t`every token reads the active weights once`,
        formula,
        t`check the figure, the model, its quantization and the GPU; with draft tokens, set \`speculative: true\``,
      );
    case 'prompt':
      return sentences(fasterPrompt(name, claim), promptFirst(limit), formula, cacheOrWrong());
    case 'throughput':
      return sentences(fasterThroughput(name, claim), formula, cacheOrWrong());
  }
}

/** Formats the best that the hardware can do, with digits that tell it from what is stated. */
function possible({ stated, limit }: HardwareClaim): string {
  return formatNumberAgainstLimits(limit, stated.value);
}

function cacheOrWrong(): string {
  return t`check the figure, the model, its quantization and the GPU; if a prefix cache answered, set \`cachedTokens\``;
}

function fasterPrompt(name: string, claim: HardwareClaim): string {
  const stated = formatFigure(claim.stated);
  return claim.kind.startsWith('ttft')
    ? t`${name} is faster than its hardware: ${stated} to the first token, possible ${possible(claim)}`
    : t`${name} is faster than its hardware: ${stated} to the whole answer, possible ${possible(claim)}`;
}

function promptFirst(limit: Figure): string {
  const tokens = tokensIn(limit);
  return tokens === undefined
    ? t`the prompt is computed first`
    : t`the prompt of ${tokens} tokens is computed first`;
}

function fasterThroughput(name: string, claim: HardwareClaim): string {
  const stated = formatFigure(claim.stated);
  return claim.stated.derivation.kind === 'formula'
    ? t`${name} is faster than its hardware: ${stated} by load and latency, possible ${possible(claim)}`
    : t`${name} is faster than its hardware: ${stated}, possible ${possible(claim)}`;
}

/** Returns `1 s for an answer of 128 tokens`. For users and throughput it gives the time that they imply. */
function claimText({ kind, stated, limit }: HardwareClaim): string {
  const time = formatFigureTo(LIMIT_DIGITS, stated);
  if (kind === 'tpot' || kind.includes('.')) return t`${time} for a token`;
  const tokens = tokensIn(limit);
  if (stated.derivation.kind === 'formula') {
    return tokens === undefined
      ? t`${time} for an answer by users and throughput`
      : t`${time} for an answer of ${tokens} tokens by users and throughput`;
  }
  const named = kind === 'latency' ? time : `${kind} ${time}`;
  return tokens === undefined
    ? t`${named} for an answer`
    : t`${named} for an answer of ${tokens} tokens`;
}

/** Returns the length of the prompt or answer that a limit is for. */
export function tokensIn({ derivation }: Figure): string | undefined {
  const tokens = derivation.kind === 'formula' ? derivation.inputs.tokens : undefined;
  return tokens && formatNumber(tokens.value);
}
