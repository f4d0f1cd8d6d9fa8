import type { TargetVerdict } from '../verdict/verdict';
import type { ScenarioAssessment } from './assessment';

/** The verdict on the target that the scenario is held to; undefined where it is held to none. */
export function verdictOf({
  spec: scenario,
  verdictOn,
}: ScenarioAssessment): TargetVerdict | undefined {
  return scenario.target && verdictOn(scenario.target);
}
