/** Scales an engine to be slower or faster by a factor at every load. */
import { changeOf, type ChangedInput } from '../figure/changedInput';
import type { Engine, Observation, Reading, Stated } from '../plan/plan';

/**
 * Scales the whole latency curve: S(b) becomes factor x S(b). All times of every observation are scaled and all its
 * rates divided. So by Little's law each stays at its load, as if its clock ran at another speed.
 */
export function scaleLatency(
  engine: Engine,
  factor: number,
): { readonly engine: Engine; readonly changes: readonly ChangedInput[] } {
  const changes: ChangedInput[] = [];
  const scale: Scale = (stated, by) => {
    if (!stated || stated.value === 0) return stated;
    const after = stated.value * by;
    changes.push(changeOf(stated, after, 'observation', { kind: 'scaled', factor: by }));
    return { ...stated, value: after };
  };
  const observations = engine.observations.map((each) => scaleObservation(each, factor, scale));
  return { engine: { ...engine, observations }, changes };
}

type Scale = <T extends Stated<number> | undefined>(stated: T, by: number) => T;

function scaleObservation(observation: Observation, factor: number, scale: Scale): Observation {
  const percentiles = Object.entries(observation.percentileSeconds).map(
    ([name, reading]: [string, Reading]) => [name, scale(reading, factor)] as const,
  );
  return {
    ...observation,
    thinkTimeSeconds: scale(observation.thinkTimeSeconds, factor),
    latencySeconds: scale(observation.latencySeconds, factor),
    percentileSeconds: Object.fromEntries(percentiles),
    ttftSeconds: scale(observation.ttftSeconds, factor),
    tpotSeconds: scale(observation.tpotSeconds, factor),
    ratePerSecond: scale(observation.ratePerSecond, 1 / factor),
    throughputPerSecond: scale(observation.throughputPerSecond, 1 / factor),
  };
}
