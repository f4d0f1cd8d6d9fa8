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
  const scaleAll = <T extends Readonly<Partial<Record<string, Reading>>>>(readings: T): T => {
    const entries = Object.entries<Reading | undefined>(readings);
    return Object.fromEntries(
      entries.map(([name, reading]) => [name, scale(reading, factor)] as const),
    ) as T;
  };
  return {
    ...observation,
    thinkTimeSeconds: scale(observation.thinkTimeSeconds, factor),
    latencySeconds: scale(observation.latencySeconds, factor),
    percentileSeconds: scaleAll(observation.percentileSeconds),
    ttftSeconds: scale(observation.ttftSeconds, factor),
    tpotSeconds: scale(observation.tpotSeconds, factor),
    tokenPercentileSeconds: scaleAll(observation.tokenPercentileSeconds),
    ratePerSecond: scale(observation.ratePerSecond, 1 / factor),
    throughputPerSecond: scale(observation.throughputPerSecond, 1 / factor),
  };
}
