/**
 * Predicts the times of one server at any load and token lengths. It uses all evidence that there is: observations of
 * the server, those of the same model and engine on another GPU, the hardware alone, or none of these.
 *
 *     const server = fitServer({ engine: 'vllm', hardware, observations });
 *     server.at({ load: 12, promptTokens: 2000, outputTokens: 400 }).ttft.high
 *
 * The result depends on the input only, so callers may memoize it. A fit of ten observations takes about 0.2 ms.
 */
import type { EngineType } from '../../plan/plan';
import type { HardwareFacts } from './hardwareFacts';
import { describeServer, fitReadings, type Server } from './fitReadings';
import type { Datum, LogPrediction } from './fitServer';
import { FACTORS, type PriorFactors } from './priorFactors';
import { at } from './denseAlgebra';
import { SIZE, logMetric, runningAt, termsAt, type LoadPoint, type Metric } from './tokenModel';

/** One benchmark of one server, with at least one of the three times. Times are means in seconds. */
export interface TokenObservation extends LoadPoint {
  readonly latency?: number;
  readonly ttft?: number;
  readonly tpot?: number;
}

export interface ServerEvidence {
  readonly engine: EngineType;
  /** Undefined if neither GPU nor model is known. */
  readonly hardware: HardwareFacts | undefined;
  readonly observations: readonly TokenObservation[];
  /** Requests that may run at once. */
  readonly slots?: number;
  /** Tokens that fit into the KV cache, if that is known better than by GPU memory. */
  readonly kvTokens?: number;
  /** All requests of each observation start together, as in an offline batch. */
  readonly startsTogether?: boolean;
  /** The same model and engine on another GPU. One of another maker counts for nothing. */
  readonly like?: Omit<ServerEvidence, 'like'> | undefined;
}

export interface Band {
  readonly value: number;
  /** 80 % of the true values lie from `low` to `high`. */
  readonly low: number;
  readonly high: number;
}

export interface ServerTimes {
  readonly rung: Rung;
  readonly latency: Band;
  readonly ttft: Band;
  readonly tpot: Band;
}

export interface ServerModel {
  at(point: LoadPoint): ServerTimes;
  /** One time with its band. */
  bandAt(point: LoadPoint, metric: Metric): Band;
  /** One time without its band, in seconds. It is faster to compute, for searches. */
  valueAt(point: LoadPoint, metric: Metric): number;
  /** Requests of `load` that run at once at these lengths; the others wait. */
  running(point: LoadPoint): number;
}

/** Fits the model to the evidence. With none at all, it predicts a typical server with a wide band. */
export function fitServer(given: ServerEvidence, factors: PriorFactors = FACTORS): ServerModel {
  const evidence = isLikeOfSameMaker(given) ? given : { ...given, like: undefined };
  const server = describeServer(evidence, factors);
  const data = [
    ...toData(evidence.observations),
    ...(evidence.like
      ? carryOver(describeServer(evidence.like, factors), server, evidence.like)
      : []),
  ];
  const fit = fitReadings(data, server);
  const capacity = Math.exp(at(fit.parameters, SIZE - 1));
  const bandAt = (point: LoadPoint, metric: Metric, rung: Rung): Band => {
    const name = bandName(evidence, rung, metric);
    const spread = SPREAD * Math.exp(factors[name] ?? 0);
    return bandOf(fit.predict({ ...point, metric, origin: 'own' }), spread);
  };
  return {
    at: (point) => {
      const rung = rungAt(evidence, point);
      return {
        rung,
        latency: bandAt(point, 'latency', rung),
        ttft: bandAt(point, 'ttft', rung),
        tpot: bandAt(point, 'tpot', rung),
      };
    },
    bandAt: (point, metric) => bandAt(point, metric, rungAt(evidence, point)),
    valueAt: (point, metric) => Math.exp(fit.mean({ ...point, metric, origin: 'own' })),
    running: (point) => runningAt(termsAt(server.shape, point), capacity).running,
  };
}

/**
 * Tells if the other GPU has the maker of this one. Times of another maker's GPU mislead: scaled to 76 measured servers
 * they err by twice as much as an estimate from the data sheet.
 */
function isLikeOfSameMaker({ hardware, like }: ServerEvidence): boolean {
  return like?.hardware?.accelerator?.vendor === hardware?.accelerator?.vendor;
}

/** Half of the width of a normal 80 % interval, in standard deviations. */
const SPREAD = 1.2816;

/** Names the factor of a band. vLLM on NVIDIA, which most servers of the fit run, has factors of its own. */
export function bandName(
  { engine, hardware }: Pick<ServerEvidence, 'engine' | 'hardware'>,
  rung: Rung,
  metric: Metric,
): string {
  const isUsual = engine === 'vllm' && hardware?.accelerator?.vendor === 'nvidia';
  return `band.${rung === 'unknownGpu' || !isUsual ? '' : 'usual.'}${rung}.${metric}`;
}

/** Rungs of evidence that a prediction rests on, the best first. */
export type Rung =
  | 'measured' // at these lengths
  | 'measuredOnce' // at these lengths, at one load
  | 'scaled' // from other lengths
  | 'scaledOnce'
  | 'unknownGpu' // from other lengths or loads, without knowing the hardware
  | 'otherGpu' // from the same model and engine on another GPU
  | 'otherGpuOnce' // and one observation of its own
  | 'hardware'; // alone

function rungAt(evidence: ServerEvidence, point: LoadPoint): Rung {
  const { hardware, observations, like } = evidence;
  const [first, second] = observations;
  if (!first) return like ? 'otherGpu' : 'hardware';
  if (like) return 'otherGpuOnce';
  if (!hardware?.accelerator || !hardware.model) return 'unknownGpu';
  const here = observations.some(
    ({ promptTokens, outputTokens }) =>
      promptTokens === point.promptTokens && outputTokens === point.outputTokens,
  );
  if (second) return here ? 'measured' : 'scaled';
  return here ? 'measuredOnce' : 'scaledOnce';
}

const METRICS = ['latency', 'ttft', 'tpot'] as const;

function toData(observations: readonly TokenObservation[]): Datum[] {
  return observations.flatMap((observation) =>
    METRICS.flatMap((metric) => {
      const seconds = observation[metric];
      const { load, promptTokens, outputTokens, cachedTokens = 0 } = observation;
      const point = { load, promptTokens, outputTokens, cachedTokens };
      return seconds === undefined || !(seconds > 0 && load > 0)
        ? []
        : [{ ...point, metric, seconds, origin: 'own' as const }];
    }),
  );
}

/**
 * Scales observations of another server. The factor is the ratio of the times that both would take with the efficiencies
 * of the other one. A GPU with twice the bandwidth halves a time that reading weights dominates.
 */
function carryOver(
  other: Server,
  server: Server,
  { observations }: Omit<ServerEvidence, 'like'>,
): Datum[] {
  const data = toData(observations);
  const fit = fitReadings(data, other);
  const there = fit.parameters.map(Math.exp);
  const here = fit.parameters.map((value, i) =>
    Math.exp(value + (server.prior.mean[i] ?? 0) - (other.prior.mean[i] ?? 0)),
  );
  const gradient = new Float64Array(SIZE);
  return data.map((datum) => {
    const ratio =
      logMetric(termsAt(server.shape, datum), datum.metric, here, gradient) -
      logMetric(termsAt(other.shape, datum), datum.metric, there, gradient);
    return { ...datum, seconds: datum.seconds * Math.exp(ratio), origin: 'carried' };
  });
}

function bandOf({ mean, sd }: LogPrediction, spread: number): Band {
  return {
    value: Math.exp(mean),
    low: Math.exp(mean - spread * sd),
    high: Math.exp(mean + spread * sd),
  };
}
