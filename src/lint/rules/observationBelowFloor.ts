/** An observation that is faster than the memory bandwidth allows: it, or what the engine says, is wrong. */
import { isLower } from '../../engine/figure/bounds';
import type { Figure } from '../../engine/figure/figure';
import { observedFigure } from '../../engine/figure/figures';
import { isBelowFloor, objectiveFloor, tokenFloor } from '../../engine/hardware/floor';
import { outpaces } from '../../engine/observation/littlesLaw';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { answerTokens } from '../../engine/observation/observedTimes';
import { objectiveOf, type Time } from '../../engine/plan/objectives';
import { TAILS } from '../../engine/plan/percentiles';
import type {
  Engine,
  KeyPath,
  Observation,
  Reading,
  TimeObjective,
  Workload,
} from '../../engine/plan/plan';
import { readingOf } from '../../engine/plan/readings';
import { defineRule, valueAt, type Reports } from './shared/rule';
import { hardwareOf } from './shared/absence';

interface ObservationBelowFloorArgs {
  readonly observation: ObservationAssessment;
  /** As stated, or what users and throughput leave for it. */
  readonly stated: Figure;
  readonly floor: Figure;
  readonly kind: TimeObjective;
}

export const observationBelowFloor = defineRule({
  code: 'observation.below-floor',
  defaultSeverity: 'warning',
  title: 'An observation is faster than its hardware can be',
  *check({ assessment }): Reports<ObservationBelowFloorArgs> {
    for (const { spec: engine, observations } of assessment.engines) {
      if (!tokenFloor(engine)) continue;
      for (const observed of observations) {
        for (const claim of claimsOf(engine, observed, assessment.plan.workload)) {
          const { stated, floor, kind } = claim;
          if (!isBelow(stated, floor)) continue;
          const { path } = observed.observation;
          yield {
            at: valueAt(claim.path ?? path),
            args: { observation: observed, stated, floor, kind },
            absent: [...hardwareOf(engine), `${path}/outputTokens`],
          };
        }
      }
    }
  },
});

interface Claim {
  readonly kind: TimeObjective;
  readonly path: KeyPath | undefined;
  readonly stated: Figure;
  readonly floor: Figure;
}

/** An observation that does not say its lengths is used for the workload's. */
function claimsOf(
  engine: Engine,
  observed: ObservationAssessment,
  workload: Workload | undefined,
): readonly Claim[] {
  const { observation } = observed;
  const outputTokens = answerTokens(observation, workload);
  const floorOf = (kind: TimeObjective) => objectiveFloor(engine, outputTokens, kind);
  const readings = [
    ...highestTail(observation, 'latency'),
    ['tpot', observation.tpotSeconds] as const,
    ...highestTail(observation, 'tpot'),
  ];
  return [
    ...latencyClaim(observed, floorOf('latency')),
    ...readings.flatMap(([kind, reading]) => {
      const floor = floorOf(kind);
      if (!reading || !floor) return [];
      const stated = observedFigure(reading, 's', observation.source.value);
      return [{ kind, path: reading.path, stated, floor }];
    }),
  ];
}

/** As stated, or as users and throughput have it. */
function latencyClaim(
  { observation, latency: stated }: ObservationAssessment,
  floor: Figure | undefined,
): readonly Claim[] {
  if (!stated || !floor) return [];
  const { latencySeconds, throughputPerSecond } = observation;
  if (!latencySeconds && !outpaces(observation, floor.value)) return [];
  const { path } = latencySeconds ?? throughputPerSecond ?? observation;
  return [{ kind: 'latency', path, stated, floor }];
}

/** The others are no higher. */
function highestTail(
  observation: Observation,
  time: Time,
): readonly (readonly [TimeObjective, Reading])[] {
  for (const percentile of TAILS) {
    const kind = objectiveOf(time, percentile);
    const reading = readingOf(observation, kind);
    if (reading) return [[kind, reading]];
  }
  return [];
}

/** A lower bound claims nothing. */
function isBelow({ value, bound }: Figure, floor: Figure): boolean {
  return !isLower(bound) && bound !== 'undecided' && isBelowFloor(value, floor);
}
