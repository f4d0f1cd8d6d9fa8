import type { ScenarioAssessment, TargetVerdict } from './assessment';

/** The verdict on the target that the scenario is held to; undefined where it is held to none. */
export function verdictOf({ scenario, verdictOn }: ScenarioAssessment): TargetVerdict | undefined {
  return scenario.target && verdictOn(scenario.target);
}
