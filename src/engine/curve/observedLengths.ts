/** Token lengths of a workload and of the observations that it is sized by. */
import type { Figure } from '../figure/figure';
import { constantFigure, statedFigure } from '../figure/figures';
import type { Observation, Stated, Workload } from '../plan/plan';
import type { LoadPoint } from './tokens/tokenModel';
import type { ObservationAssessment } from '../observation/observationAssessment';

/** Mean lengths of a request. */
export interface Lengths {
  readonly promptTokens: Figure;
  readonly outputTokens: Figure;
  /** Share of the prompt that a prefix cache answers. */
  readonly cachedShare: number;
}

/** Lengths as the token model takes them. */
export type TokenLengths = Omit<LoadPoint, 'load' | 'contextTokens'>;

/** Prompt length where neither workload nor observations state one. It is the same on both sides, so it matters little. */
const TYPICAL_PROMPT = 512;
const TYPICAL_OUTPUT = 128;

/**
 * Lengths that a workload is sized at. A length that it leaves out is taken from the observations.
 * @param isLike Tells if the engine is scaled from another GPU, which typical lengths are enough for.
 * @returns undefined if nothing states the length of answers.
 */
export function readLengths(
  observations: readonly ObservationAssessment[],
  { promptTokens, outputTokens, cachedTokens }: Workload,
  isLike = false,
): Lengths | undefined {
  const firstOf = (key: 'promptTokens' | 'outputTokens'): Stated<number> | undefined =>
    observations.find(({ observation }) => observation[key])?.observation[key];
  const prompt = promptTokens ?? firstOf('promptTokens');
  const output = outputTokens ?? firstOf('outputTokens');
  if (!output && !isLike) return undefined;
  return {
    promptTokens: prompt
      ? statedFigure(prompt, 'tokens', 'promptTokens')
      : constantFigure(TYPICAL_PROMPT, 'tokens'),
    outputTokens: output
      ? statedFigure(output, 'tokens', 'outputTokens')
      : constantFigure(TYPICAL_OUTPUT, 'tokens'),
    cachedShare: cachedTokens?.value ?? 0,
  };
}

export function tokenLengths({ promptTokens, outputTokens, cachedShare }: Lengths): TokenLengths {
  return {
    promptTokens: promptTokens.value,
    outputTokens: outputTokens.value,
    cachedTokens: promptTokens.value * cachedShare,
  };
}

/** Lengths of an observation; those of the workload where it states none. */
export function lengthsOf(
  { promptTokens, outputTokens, cachedTokens }: Observation,
  lengths: Lengths,
): TokenLengths {
  const prompt = promptTokens?.value ?? lengths.promptTokens.value;
  const unstated = promptTokens ? 0 : lengths.cachedShare;
  return {
    promptTokens: prompt,
    outputTokens: outputTokens?.value ?? lengths.outputTokens.value,
    cachedTokens: prompt * (cachedTokens?.value ?? unstated),
  };
}

/** Tells if an observation and the workload both state the same kind of length: then a difference can be scaled. */
export function statesLengths(observation: Observation, workload: Workload): boolean {
  const { promptTokens, outputTokens } = observation;
  return (
    (promptTokens !== undefined && workload.promptTokens !== undefined) ||
    (outputTokens !== undefined && workload.outputTokens !== undefined)
  );
}
