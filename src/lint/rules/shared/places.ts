/** Finds the places of findings, and the lines that they follow from. */
import type { ScenarioAssessment } from '../../../engine/assess/assessment';
import type { ObservationAssessment } from '../../../engine/observation/observationAssessment';
import type { Observation } from '../../../engine/plan/plan';
import type { ObjectiveArgs, SharedArgs } from './objectiveArgs';
import { keyAt, valueAt, type Place, type RelatedReport } from './rule';

/** Maximum number of related lines: long lists do not help. */
const MOST_RELATED = 3;

/** Returns the place of a server's slots, which decide a scenario's latency. */
export function parallelOf({ spec: scenario }: ScenarioAssessment): Place {
  return valueAt(scenario.parallel.path ?? scenario.path);
}

/** Returns the place that decides a scenario's cost: its nodes if they are fixed, otherwise the slots. */
export function sizeOf(assessed: ScenarioAssessment): Place {
  const path = assessed.spec.nodes?.path;
  return path === undefined ? parallelOf(assessed) : valueAt(path);
}

export function nameOf({ spec: scenario }: ScenarioAssessment): Place {
  return keyAt(scenario.path);
}

/** Returns the place that says how many requests an observation had in flight. */
export function loadPlace(observation: Observation): Place {
  const { users, throughputPerSecond, ratePerSecond, parallel, path } = observation;
  const stated = users ?? throughputPerSecond ?? ratePerSecond ?? parallel;
  return valueAt(stated?.path ?? path);
}

export function latencyPlace({ latencySeconds, throughputPerSecond, path }: Observation): Place {
  return valueAt(latencySeconds?.path ?? throughputPerSecond?.path ?? path);
}

/** Returns the limit that is broken, and those of other objectives that the finding is about. */
export function relatedTargets({
  target,
  verdict,
  others = [],
}: ObjectiveArgs & Partial<SharedArgs>): readonly RelatedReport[] {
  return [verdict, ...others].map(({ objective }) => ({
    at: valueAt(objective.path),
    role: 'target',
    name: target.name,
  }));
}

export function relatedObservations(
  observations: readonly ObservationAssessment[],
): readonly RelatedReport[] {
  return observations.slice(0, MOST_RELATED).map(({ observation }) => ({
    at: latencyPlace(observation),
    role: 'observation',
    name: observation.name,
  }));
}

export function relatedScenarios(
  scenarios: readonly ScenarioAssessment[],
): readonly RelatedReport[] {
  return scenarios.slice(0, MOST_RELATED).map((assessed) => ({
    at: parallelOf(assessed),
    role: 'scenario',
    name: assessed.spec.name,
  }));
}
