/**
 * How much slower a server is with answers of varying lengths than in a benchmark with answers of one length. Long
 * answers are in flight longer, so the requests in flight have more context than the average request:
 *
 *   mean context = promptTokens + outputTokens (1 + cv²) / 2
 *
 * (residual life, Cox, Renewal Theory, 1962). The token model tells what the longer contexts cost.
 */
import type { EngineAssessment, FittedAtLengths } from '../curve/engineAssessment';
import type { Workload } from '../plan/plan';
import { memoize } from '../util/cache';

/** Factors on S(b) at loads that are powers of `STEP`, ascending and at least 1. */
export type LengthBias = readonly number[];

const STEP = Math.SQRT2;
/** Loads up to 2^15. */
const STEPS = 31;
/** Largest factor that an extrapolation of contexts may have. */
const LARGEST = 3;
const NO_BIAS: LengthBias = [];

export function lengthBias({ atLengths }: EngineAssessment, { serviceCv }: Workload): LengthBias {
  if (!atLengths || serviceCv.value === 0) return NO_BIAS;
  const known = biasesOf(atLengths.fitted);
  let bias = known.get(serviceCv.value);
  if (!bias) {
    bias = computeBias(atLengths.fitted, serviceCv.value);
    known.set(serviceCv.value, bias);
  }
  return bias;
}

const biasesOf = memoize((_: FittedAtLengths) => new Map<number, LengthBias>());

/** Factor at a load: straight between the powers of `STEP`. */
export function biasAt(bias: LengthBias, load: number): number {
  const place = Math.log(Math.max(1, load)) / Math.log(STEP);
  const index = Math.floor(place);
  const [from, to] = [bias[index] ?? bias.at(-1) ?? 1, bias[index + 1] ?? bias.at(-1) ?? 1];
  return from + (to - from) * (place - index);
}

function computeBias({ model, lengths }: FittedAtLengths, cv: number): LengthBias {
  const promptTokens = lengths.promptTokens.value;
  const outputTokens = lengths.outputTokens.value;
  const contextTokens = promptTokens + (outputTokens * (1 + cv * cv)) / 2;
  let highest = 1;
  return Array.from({ length: STEPS }, (_, i) => {
    const point = { load: STEP ** i, promptTokens, outputTokens };
    const even = model.valueAt(point, 'latency');
    const varied = model.valueAt({ ...point, contextTokens }, 'latency');
    highest = Math.min(LARGEST, Math.max(highest, varied / even));
    return highest;
  });
}
