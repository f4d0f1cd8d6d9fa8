/**
 * How much slower a server is with answers of varying lengths than in a benchmark with answers of one length. Long
 * answers are in flight longer, so the requests in flight have more context than the average request:
 *
 *   mean context = promptTokens + outputTokens (1 + cv²) / 2
 *
 * (residual life, Cox, Renewal Theory, 1962). The token model, fitted to the engine's observations, tells what the
 * longer contexts cost.
 */
import type { EngineAssessment } from '../curve/engineAssessment';
import { fitServer, type TokenObservation } from '../curve/tokens/serverModel';
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

export function lengthBias(engine: EngineAssessment, workload: Workload): LengthBias {
  const { promptTokens, outputTokens, serviceCv } = workload;
  if (!promptTokens || !outputTokens || serviceCv.value === 0) return NO_BIAS;
  const known = biasesOf(engine);
  const key = [promptTokens.value, outputTokens.value, serviceCv.value].join();
  let bias = known.get(key);
  if (!bias) {
    const lengths = { promptTokens: promptTokens.value, outputTokens: outputTokens.value };
    bias = computeBias(engine, lengths, serviceCv.value);
    known.set(key, bias);
  }
  return bias;
}

const biasesOf = memoize((_: EngineAssessment) => new Map<string, LengthBias>());

/** Factor at a load: straight between the powers of `STEP`. */
export function biasAt(bias: LengthBias, load: number): number {
  const place = Math.log(Math.max(1, load)) / Math.log(STEP);
  const index = Math.floor(place);
  const [from, to] = [bias[index] ?? bias.at(-1) ?? 1, bias[index + 1] ?? bias.at(-1) ?? 1];
  return from + (to - from) * (place - index);
}

interface Lengths {
  readonly promptTokens: number;
  readonly outputTokens: number;
}

function computeBias(engine: EngineAssessment, lengths: Lengths, cv: number): LengthBias {
  const observations = tokenObservations(engine);
  if (observations.length === 0) return NO_BIAS;
  const type = engine.spec.type?.value ?? 'other';
  const server = fitServer({ engine: type, hardware: undefined, observations });
  const { promptTokens, outputTokens } = lengths;
  const contextTokens = promptTokens + (outputTokens * (1 + cv * cv)) / 2;
  let highest = 1;
  return Array.from({ length: STEPS }, (_, i) => {
    const point = { load: STEP ** i, ...lengths };
    const even = server.valueAt(point, 'latency');
    const varied = server.valueAt({ ...point, contextTokens }, 'latency');
    highest = Math.min(LARGEST, Math.max(highest, varied / even));
    return highest;
  });
}

/** Observations with both lengths, at the load that the curve has them at. Queued ones are left out. */
function tokenObservations(engine: EngineAssessment): readonly TokenObservation[] {
  return engine.curve.points.flatMap(({ load, latency, observations }) =>
    observations.flatMap(({ observation: { promptTokens, outputTokens } }): TokenObservation[] =>
      promptTokens && outputTokens
        ? [
            {
              load,
              latency: latency.value,
              promptTokens: promptTokens.value,
              outputTokens: outputTokens.value,
            },
          ]
        : [],
    ),
  );
}
