/** Token lengths of a workload and of the observations that it is sized by. */
import type { Figure } from '../figure/figure';
import { constantFigure, statedFigure } from '../figure/figures';
import type { Observation, Stated, Workload } from '../plan/plan';
import type { ObservationAssessment } from '../observation/observationAssessment';

/** Mean lengths of a request. */
export interface Lengths {
  readonly promptTokens: Figure;
  readonly outputTokens: Figure;
}

/** Prompt length where neither workload nor observations state one. It is the same on both sides, so it matters little. */
const TYPICAL_PROMPT = 512;

/**
 * Lengths that a workload is sized at. A length that it leaves out is taken from the observations.
 * @returns undefined if nothing states the length of answers.
 */
export function readLengths(
  observations: readonly ObservationAssessment[],
  { promptTokens, outputTokens }: Workload,
): Lengths | undefined {
  const firstOf = (key: 'promptTokens' | 'outputTokens'): Stated<number> | undefined =>
    observations.find(({ observation }) => observation[key])?.observation[key];
  const prompt = promptTokens ?? firstOf('promptTokens');
  const output = outputTokens ?? firstOf('outputTokens');
  if (!output) return undefined;
  return {
    promptTokens: prompt
      ? statedFigure(prompt, 'tokens', 'promptTokens')
      : constantFigure(TYPICAL_PROMPT, 'tokens'),
    outputTokens: statedFigure(output, 'tokens', 'outputTokens'),
  };
}

/** Lengths of an observation; those of the workload where it states none. */
export function lengthsOf(
  { promptTokens, outputTokens }: Observation,
  lengths: Lengths,
): { readonly promptTokens: number; readonly outputTokens: number } {
  return {
    promptTokens: promptTokens?.value ?? lengths.promptTokens.value,
    outputTokens: outputTokens?.value ?? lengths.outputTokens.value,
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
