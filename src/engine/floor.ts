/**
 * The hardware floor: each output token of one request reads all weights that it is computed with once, so that no
 * answer comes sooner than outputTokens × bytes / bandwidth, whatever else runs. Not with speculative decoding.
 */
import type { Figure } from './figure';
import { deriveFigure, statedFigure } from './figures';
import { serverBandwidth } from './hardware';
import { memoize } from './memoize';
import type { Engine, Stated } from './plan';
import { weightsOf } from './weights';

/** Least seconds for one token; undefined where model, quantization or bandwidth are not known. */
export const tokenFloor = memoize((engine: Engine): Figure | undefined => {
  if (engine.speculative?.value) return undefined;
  const weights = weightsOf(engine)?.read;
  const bandwidth = weights && serverBandwidth(engine);
  if (!bandwidth) return undefined;
  return deriveFigure('floor.token', weights.value / bandwidth.value, 's', { weights, bandwidth });
});

/** Least seconds for an answer. */
export function answerFloor(engine: Engine, outputTokens: Stated<number>): Figure | undefined {
  const token = tokenFloor(engine);
  if (!token) return undefined;
  const tokens = statedFigure(outputTokens, 'tokens', 'outputTokens');
  return deriveFigure('floor.answer', token.value * tokens.value, 's', { token, tokens });
}
