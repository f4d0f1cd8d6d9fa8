/** Compares what was observed in production with what the plan's other observations predict for its load. */
import { assessEngine } from '../assess/assess';
import type { EngineAssessment } from '../curve/engineAssessment';
import type { LatencyBand } from '../curve/latencyBand';
import type { Caveat, Figure } from '../figure/figure';
import { observedServers } from '../observation/observedServers';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Engine, Observation, Plan } from '../plan/plan';
import { predictLoad, type PredictedTimes, type ServedLoad } from './predictLoad';

/** A production latency beyond the band of its prediction. */
export interface Drift {
  readonly observation: ObservationAssessment;
  /** Observations that predict it: all that are not of production. */
  readonly others: readonly ObservationAssessment[];
  readonly observed: Figure;
  readonly predicted: Figure;
  readonly band: LatencyBand | undefined;
  /** Observed / predicted - 1. */
  readonly share: number;
}

/** Most observations of an engine that are compared, the last of its list: each takes a fit of its own. */
export const MOST_COMPARED = 8;

/** Returns the drifts of an engine, in the order of its observations; none if all of them are of production. */
export function driftsOf(plan: Plan, { spec, observations }: EngineAssessment): readonly Drift[] {
  const production = observations.filter(({ observation }) => observation.production?.value);
  if (production.length === 0 || production.length === observations.length) return [];
  const others = assessEngine(withoutProduction(spec));
  return production.slice(-MOST_COMPARED).flatMap((observation) => {
    const load = loadOf(observation, spec);
    const drift = load && driftFrom(observation, predictLoad(plan, others, load));
    return drift ? [{ ...drift, others: others.observations }] : [];
  });
}

/** Returns the engine with only those observations that production is compared with. */
export function withoutProduction<T extends { readonly observations: readonly Observation[] }>(
  engine: T,
): T {
  const observations = engine.observations.filter(({ production }) => !production?.value);
  return { ...engine, observations };
}

function driftFrom(
  observation: ObservationAssessment,
  { latency: predicted, band }: PredictedTimes,
): Omit<Drift, 'others'> | undefined {
  const { latency: observed } = observation;
  const requests = observation.observation.requests?.value;
  if (!predicted || observed?.bound !== 'exact') return undefined;
  if (!isBeyond({ latency: predicted, band }, observed.value, requests)) return undefined;
  return { observation, observed, predicted, band, share: observed.value / predicted.value - 1 };
}

/**
 * Tells if a mean latency lies beyond the band of its prediction, by more than the noise of so many requests. A bound
 * is left in one direction only.
 */
export function isBeyond(
  predicted: Pick<PredictedTimes, 'latency' | 'band'>,
  seconds: number,
  requests: number | undefined,
): boolean {
  const range = toleratedRange(predicted, requests);
  return range !== undefined && (seconds < range.low || seconds > range.high);
}

/** Latencies in seconds that are no drift; undefined if the prediction is for requests of other lengths. */
export function toleratedRange(
  { latency, band }: Pick<PredictedTimes, 'latency' | 'band'>,
  requests: number | undefined,
): { readonly low: number; readonly high: number } | undefined {
  if (!latency || !isComparable(latency) || latency.bound === 'undecided') return undefined;
  const noise = 1 + noiseOf(requests);
  const low = Math.min(band?.low.value ?? Infinity, latency.value / (1 + LEAST_BAND)) / noise;
  const high = Math.max(band?.high.value ?? 0, latency.value * (1 + LEAST_BAND)) * noise;
  const { bound } = latency;
  return {
    low: bound === '<' || bound === '<=' ? 0 : low,
    high: bound === '>' || bound === '>=' ? Infinity : high,
  };
}

/** Least half of a band: random arrivals are predicted no better, nor what follows from one or two points. */
const LEAST_BAND = 0.15;

/** Least noise: runs of the same benchmark differ by so much. */
const LEAST_NOISE = 0.1;

/** Two standard errors of a mean whose single times vary as much as the mean is long. */
function noiseOf(requests: number | undefined): number {
  return requests === undefined ? LEAST_NOISE : Math.max(LEAST_NOISE, 2 / Math.sqrt(requests));
}

/** Tells if the prediction is for requests of the same lengths: otherwise a difference is no drift. */
function isComparable({ provenance }: Figure): boolean {
  return !provenance.caveats.some((caveat) => OTHER_LENGTHS.has(caveat));
}

const OTHER_LENGTHS: ReadonlySet<Caveat> = new Set<Caveat>(['tokens-differ', 'tokens-unstated']);

/** @returns undefined if the observation states no load. */
function loadOf({ observation }: ObservationAssessment, engine: Engine): ServedLoad | undefined {
  const { users, thinkTimeSeconds, ratePerSecond, throughputPerSecond } = observation;
  const perSecond = (ratePerSecond ?? throughputPerSecond)?.value;
  if (!users && !perSecond) return undefined;
  const by: ServedLoad['by'] = users
    ? { kind: 'users', users: users.value, thinkTimeSeconds: thinkTimeSeconds.value }
    : { kind: 'rate', perSecond: perSecond ?? 0 };
  const { promptTokens, outputTokens, promptTokensCv, outputTokensCv } = observation;
  return {
    by,
    servers: observedServers(observation, engine),
    parallel: observation.parallel?.value,
    promptTokens: promptTokens && { mean: promptTokens.value, cv: promptTokensCv?.value },
    outputTokens: outputTokens && { mean: outputTokens.value, cv: outputTokensCv?.value },
    cachedShare: observation.cachedTokens?.value,
  };
}
