import type { EngineAssessment } from '../curve/engineAssessment';
import { memoize } from '../util/cache';
import type { Assessment, ScenarioAssessment } from './assessment';

/** Scenarios on an engine, in the plan's order: grouped once for all engines. */
export function scenariosOf(
  assessment: Assessment,
  engine: EngineAssessment,
): readonly ScenarioAssessment[] {
  return byEngine(assessment).get(engine) ?? [];
}

const byEngine = memoize(({ scenarios }: Assessment) => {
  const groups = new Map<EngineAssessment, ScenarioAssessment[]>();
  for (const scenario of scenarios) {
    const group = groups.get(scenario.engine) ?? [];
    groups.set(scenario.engine, group);
    group.push(scenario);
  }
  return groups;
});
