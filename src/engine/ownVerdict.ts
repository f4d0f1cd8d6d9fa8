import type { ScenarioAssessment, TargetVerdict } from './assessment';

/** The verdict on the target that the scenario is held to; undefined where it is held to none. */
export function verdictOf({ scenario, verdicts }: ScenarioAssessment): TargetVerdict | undefined {
  return verdicts.find(({ target }) => target === scenario.target);
}
