/**
 * What only predictions can tell: how far to trust observations of another GPU, and how wide bands are. By servers
 * that the factors were not fitted on.
 */
import type { PriorFactors } from '../../../src/engine/curve/tokens/priorFactors';
import { bandName } from '../../../src/engine/curve/tokens/serverModel';
import { climb } from './climb';
import { isUsual } from './fitFactors';
import type { MeasuredServer } from './measuredServers';
import { METRICS, fromOthers, type Prediction } from './scoreTokens';

/** The factors of `error.carried*` with the highest mean logarithmic score of the predictions for other GPUs. */
export function fitCarried(
  servers: readonly MeasuredServer[],
  factors: PriorFactors,
): PriorFactors {
  const usual = servers.filter(isUsual);
  const names = Object.keys(factors).filter((name) => name.startsWith('error.carried'));
  const score = (tried: PriorFactors): number =>
    mean(usual.flatMap((server) => fromOthers(server, usual, tried)).flatMap(logScore));
  return climb(names, factors, score, 2, () => 0.5);
}

/** Of a Student distribution with 4 degrees of freedom: some servers are outliers. */
function logScore({ method, measured, predicted, high }: Prediction): number[] {
  if (method !== 'ours' || high === undefined) return [];
  const sd = Math.log(high / predicted) / 1.2816;
  const z = Math.log(measured / predicted) / sd;
  return [-Math.log(sd) - 2.5 * Math.log(1 + (z * z) / 4)];
}

/** Factors of the bands that hold 80 % of the predictions, by rung and metric. */
export function bandFactors(predictions: readonly Prediction[]): PriorFactors {
  const groups = new Map<string, { off: number; weight: number }[]>();
  const latencyOf = new Map<string, string>();
  for (const { method, server, rung, metric, measured, predicted, high } of predictions) {
    if (method !== 'ours' || high === undefined) continue;
    const off = Math.abs(Math.log(measured / predicted)) / Math.log(high / predicted);
    const evidence = { engine: server.engine, hardware: server.facts };
    const key = bandName(evidence, rung, metric);
    groups.set(key, [...(groups.get(key) ?? []), { off, weight: isUsual(server) ? 1 : 0.1 }]);
    // Few servers were measured with the other two: no narrower than what latency shows.
    for (const each of METRICS) {
      latencyOf.set(bandName(evidence, rung, each), bandName(evidence, rung, 'latency'));
    }
  }
  const factors: Record<string, number> = {};
  for (const [key, group] of groups) {
    factors[key] = Math.log(quantile(group, key.endsWith('latency') ? 0.8 : OF_FEW));
  }
  for (const [key, latency] of latencyOf) {
    factors[key] = Math.max(factors[key] ?? -Infinity, factors[latency] ?? 0);
  }
  return factors;
}

/** Of the other two, which few servers were measured with, all of them of one model. */
const OF_FEW = 0.85;

function quantile(group: readonly { off: number; weight: number }[], share: number): number {
  const sorted = [...group].sort((a, b) => a.off - b.off);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { off, weight } of sorted) {
    below += weight;
    if (below >= share * total) return off;
  }
  return 1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
