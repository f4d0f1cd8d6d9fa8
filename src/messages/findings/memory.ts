/** Words for findings about GPU memory that is too small, and limits of the hardware. */
import type { HardwareClaim } from '../../engine/observation/hardwareClaims';
import type { FindingArgs } from '../../lint/finding';
import type { Figure } from '../../engine/figure/figure';
import { formatNumberAgainstLimits } from '../formatAgainstLimits';
import { formatFigure, formatFigureTo } from '../figures';
import { explainFigure, textOf } from '../formulas';
import { describeFit, describeLargest, describeUsable } from '../memory';
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
      `${quote(scenario.spec.name)} may not fit on a server of ${quote(scenario.engine.spec.name)}: ${describeFit(memory, scenario.parallel)}`,
      'state `kvTokens` and `weightsMemory` as the server reports them at its start',
      describeLargest(memory),
    ),
};

type Args = FindingArgs['memory.does-not-fit'];

/** Returns `8.03 billion parameters × 8 bits / 8 = 8.03 GB of weights; 8.03 GB / 300 GB/s = 26.8 ms a token`. */
export function arithmetic(figure: Figure): string {
  return [...explainFigure(figure)].reverse().map(textOf).join('; ');
}

function weightsTooLarge({ scenario, memory }: Args): string {
  const { engine } = scenario.spec;
  return sentences(
    `the weights of ${quote(engine.model?.value ?? engine.name)} do not fit on a server of ${quote(engine.name)}: ${arithmetic(memory.weights)}, but ${describeUsable(memory)}`,
    'fewer bits a weight, a smaller model, more GPUs a server or larger ones can help',
  );
}

function tooMuch({ scenario, memory }: Args): string {
  return sentences(
    `${quote(scenario.spec.name)} does not fit on a server of ${quote(scenario.engine.spec.name)}: ${describeFit(memory, scenario.parallel)}`,
    describeLargest(memory),
  );
}

/** Words for a figure of an observation that its hardware cannot reach. */
export function beyondHardware(name: string, claim: HardwareClaim): string {
  const { by, stated, limit } = claim;
  const most = formatNumberAgainstLimits(limit, stated.value);
  switch (by) {
    case 'bandwidth':
      return sentences(
        `${name} ${claimText(claim)}, but no server of this engine can be faster than ${most}: every token reads the active weights once, ${arithmetic(limit)}`,
        'the figure, the model, its quantization or the GPU is not what was run; `speculative: true` says that drafts were used',
      );
    case 'prompt':
      return sentences(
        `${name} states ${formatFigure(stated)} to the ${claim.kind.startsWith('ttft') ? 'first token' : 'whole answer'} of a prompt${lengthOf(limit)}, but its GPUs need at least ${most} to compute it: ${arithmetic(limit)}`,
        CACHE_OR_WRONG,
      );
    case 'throughput':
      return sentences(
        `${name} ${stated.derivation.kind === 'formula' ? 'has a load and a latency that make' : 'states'} ${formatFigure(stated)}, but its GPUs can compute at most ${most}: ${arithmetic(limit)}`,
        CACHE_OR_WRONG,
      );
  }
}

const CACHE_OR_WRONG =
  'if prompts were repeated, a prefix cache answered: say so with `cachedTokens`; otherwise the figure, the model, its quantization or the GPU is not what was run';

/** Returns `states 1 s for an answer of 128 tokens`. For users and throughput it gives the time that they imply. */
function claimText({ kind, stated, limit }: HardwareClaim): string {
  const time = formatFigureTo(LIMIT_DIGITS, stated);
  if (kind === 'tpot' || kind.includes('.')) return `states ${time} for a token`;
  const answer = `an answer${lengthOf(limit)}`;
  if (stated.derivation.kind === 'formula') {
    return `has users and a throughput that leave ${time} for ${answer}`;
  }
  return `states ${kind === 'latency' ? '' : `a ${kind} of `}${time} for ${answer}`;
}

export function lengthOf({ derivation }: Figure): string {
  const tokens = derivation.kind === 'formula' ? derivation.inputs.tokens : undefined;
  return tokens ? ` of ${formatNumber(tokens.value)} tokens` : '';
}
