/** What a server serves with all slots busy, predicted from the stages of a benchmark that it kept up with. */
import { buildCurve } from '../../src/engine/curve/curve';
import { assessObservation } from '../../src/engine/observation/littlesLaw';
import { predictLatency } from '../../src/engine/curve/predict';
import { engine, observe, reading, stated } from '../support/plans';

export interface Stage {
  readonly requestedRate: number;
  readonly throughput: number;
  readonly latencyMean: number;
}

export interface Saturation {
  readonly calibratedOn: number;
  /** Undefined where the server kept up with no stage. */
  readonly predicted: number | undefined;
  /** Mean of the stages that asked for more than the server gave; undefined where none did. */
  readonly measured: number | undefined;
}

/** A stage that got less than this share of the rate that it asked for was saturated. */
const KEPT_UP = 0.95;

/** @param slots Requests that the server works on at once (`--max-num-seqs`). */
export function predictSaturation(stages: readonly Stage[], slots: number): Saturation {
  const keptUp = (stage: Stage): boolean => stage.throughput >= KEPT_UP * stage.requestedRate;
  const below = stages.filter(keptUp);
  const saturated = stages.filter((stage) => !keptUp(stage));
  const server = engine(
    below.map(({ throughput, latencyMean }) =>
      observe(slots, latencyMean, {
        parallel: stated(slots),
        throughputPerSecond: reading(throughput),
      }),
    ),
  );
  const assessed = server.observations.map((one) => assessObservation(one, server));
  const full = predictLatency(buildCurve(server, assessed), slots)?.latency.value;
  const total = saturated.reduce((sum, { throughput }) => sum + throughput, 0);
  return {
    calibratedOn: below.length,
    predicted: full === undefined ? undefined : slots / full,
    measured: saturated.length === 0 ? undefined : total / saturated.length,
  };
}
