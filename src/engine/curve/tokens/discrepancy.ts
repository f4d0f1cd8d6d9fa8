/**
 * Describes the error of the model for a server: a Gaussian process over load and lengths, in the logarithm of each
 * metric (Kennedy and O'Hagan 2001, "Bayesian calibration of computer models"). Its kernel is exponential. It
 * interpolates about linearly between observations and never overshoots. Further away it returns to the model, and the
 * band widens.
 */
import type { Vendor } from './hardwareFacts';
import type { PriorFactors } from './priorFactors';
import type { LoadPoint, Metric } from './tokenModel';

/** Observed on the server itself, or carried over from another GPU. */
export type Origin = 'own' | 'carried';

export interface MetricPoint extends LoadPoint {
  readonly metric: Metric;
  readonly origin: Origin;
}

/** A point in logarithms, between which distances are taken. */
export interface Place {
  readonly metric: Metric;
  readonly origin: Origin;
  readonly load: number;
  readonly prompt: number;
  readonly output: number;
}

export function placeOf(point: MetricPoint): Place {
  return {
    metric: point.metric,
    origin: point.origin,
    load: Math.log(Math.max(point.load, LEAST)),
    prompt: Math.log(Math.max(point.promptTokens, 1)),
    output: Math.log(Math.max(point.outputTokens, 1)),
  };
}

/** Least load in requests: the logarithm of 0 is not finite. */
const LEAST = 0.01;

export interface Discrepancy {
  /** Covariance of the errors at two places, in squared logarithms. */
  covariance(a: Place, b: Place): number;
  /** Variance of an observation that nothing else explains. */
  noise(metric: Metric): number;
}

/** @param vendor Maker of the GPU: errors are larger for other makers than the one that most servers were fitted on. */
export function discrepancyOf(factors: PriorFactors, vendor: Vendor | undefined): Discrepancy {
  const sd = (name: string): number => Math.exp(factors[name] ?? 0);
  const foreign = vendor === undefined || vendor === 'nvidia' ? 1 : sd('error.foreign');
  const sds = {
    latency: foreign * sd('error.latency'),
    ttft: foreign * sd('error.ttft'),
    tpot: foreign * sd('error.tpot'),
  };
  const logistic = (name: string): number => 1 / (1 + Math.exp(-(factors[name] ?? 0)));
  const latencyTpot = logistic('correlation.tpot');
  const withTtft = logistic('correlation.ttft');
  const byLoad = 1 / sd('range.load');
  const byPrompt = 1 / sd('range.prompt');
  const byOutput = 1 / sd('range.output');
  const carried = sd('error.carried') ** 2;
  const carriedShared = sd('error.carriedShared') ** 2;
  return {
    covariance: (a, b) => {
      const distance =
        byLoad * Math.abs(a.load - b.load) +
        byPrompt * Math.abs(a.prompt - b.prompt) +
        byOutput * Math.abs(a.output - b.output);
      const near = Math.exp(-distance);
      const metrics =
        a.metric === b.metric
          ? 1
          : a.metric === 'ttft' || b.metric === 'ttft'
            ? withTtft
            : latencyTpot;
      const both = sds[a.metric] * sds[b.metric] * near * metrics;
      if (a.origin === 'own' || b.origin === 'own') return both;
      return both + metrics * (carriedShared + carried * near);
    },
    noise: (metric) => (metric === 'ttft' ? NOISE.ttft : NOISE.other) ** 2,
  };
}

/** Standard deviations in logarithms. They are small, so that at an observed point the observation decides. */
const NOISE = { ttft: 0.03, other: 0.003 };
