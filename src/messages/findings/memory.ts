/** Words for findings about GPU memory that is too small, and limits of the hardware. */
import { isTokenPercentile } from '../../engine/plan/objectives';
import type { FindingArgs } from '../../lint/finding';
import type { Figure } from '../../engine/figure/figure';
import type { TimeObjective } from '../../engine/plan/plan';
import { formatNumberAgainstLimits } from '../formatAgainstLimits';
import { formatFigureTo } from '../figures';
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

export function belowFloorObservation({
  name,
  stated,
  floor,
  kind,
}: {
  readonly name: string;
  readonly stated: Figure;
  readonly floor: Figure;
  readonly kind: TimeObjective;
}): string {
  return sentences(
    `${name} ${claimText(stated, floor, kind)}, but no server of this engine can be faster than ${formatNumberAgainstLimits(floor, stated.value)}: every token reads the active weights once, ${arithmetic(floor)}`,
    'the figure, the model, its quantization or the GPU is not what was run; `speculative: true` says that drafts were used',
  );
}

/** Returns `states 1 s for an answer of 128 tokens`. For users and throughput it gives the time that they imply. */
function claimText(stated: Figure, floor: Figure, kind: TimeObjective): string {
  const time = formatFigureTo(LIMIT_DIGITS, stated);
  if (kind === 'tpot' || isTokenPercentile(kind)) return `states ${time} for a token`;
  const answer = `an answer${lengthOf(floor)}`;
  if (stated.derivation.kind === 'formula') {
    return `has users and a throughput that leave ${time} for ${answer}`;
  }
  return `states ${kind === 'latency' ? '' : `a ${kind} of `}${time} for ${answer}`;
}

export function lengthOf({ derivation }: Figure): string {
  const tokens = derivation.kind === 'formula' ? derivation.inputs.tokens : undefined;
  return tokens ? ` of ${formatNumber(tokens.value)} tokens` : '';
}
