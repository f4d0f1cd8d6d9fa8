/**
 * Hardware floor of an answer. Each output token of one request reads once all weights that it is computed with. So no
 * answer takes less than outputTokens × bytes / bandwidth, whatever else runs. Speculative decoding is an exception. No
 * first token comes before the prompt was computed (`compute.ts`).
 */
import type { Figure } from '../figure/figure';
import { deriveFigure, statedFigure } from '../figure/figures';
import { promptFloor, type Prompt } from './compute';
import { serverBandwidth } from './hardware';
import { memoize } from '../util/cache';
import { isTimeObjective, partsOf } from '../plan/objectives';
import { isTail } from '../plan/percentiles';
import type { Engine, ObjectiveKind, Stated, Workload } from '../plan/plan';
import { weightsOf } from './weights';

/** Least seconds for one token; undefined if model, quantization or bandwidth are not known. */
export const tokenFloor = memoize((engine: Engine): Figure | undefined => {
  if (engine.speculative?.value) return undefined;
  const weights = weightsOf(engine)?.read;
  const bandwidth = weights && serverBandwidth(engine);
  if (!bandwidth) return undefined;
  return deriveFigure('floor.token', weights.value / bandwidth.value, 's', { weights, bandwidth });
});

/** Least seconds for an answer; undefined if the floor of a token is. */
export function answerFloor(engine: Engine, outputTokens: Stated<number>): Figure | undefined {
  const token = tokenFloor(engine);
  if (!token) return undefined;
  const tokens = statedFigure(outputTokens, 'tokens', 'outputTokens');
  return deriveFigure('floor.answer', token.value * tokens.value, 's', { token, tokens });
}

/**
 * Least seconds for an objective's quantity; undefined if nothing is known of it. The median may be of shorter answers
 * than the mean. Most tails are of longer ones.
 */
export function objectiveFloor(
  engine: Engine,
  lengths: Lengths,
  kind: ObjectiveKind,
): Figure | undefined {
  if (!isTimeObjective(kind)) return undefined;
  const { outputTokens } = lengths;
  const { of, percentile } = partsOf(kind);
  switch (of) {
    case 'tpot':
      // each token of each request takes at least so long
      return tokenFloor(engine);
    case 'latency':
      return !percentile || isTail(percentile)
        ? outputTokens && answerFloor(engine, outputTokens)
        : undefined;
    case 'ttft':
      return !percentile || isTail(percentile) ? promptFloor(engine, lengths) : undefined;
  }
}

/** Mean lengths of requests. */
type Lengths = Prompt & Pick<Workload, 'outputTokens'>;

/** Tells if a time is below the floor by more than rounding. */
export function isBelowFloor(seconds: number, floor: Figure): boolean {
  return seconds < floor.value * (1 - 1e-9);
}
