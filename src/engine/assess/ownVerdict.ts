import type { TargetVerdict } from '../verdict/verdict';
import type { ScenarioAssessment } from './assessment';

/** Verdict on the scenario's own target; undefined if it has none. */
export function verdictOf({
  spec: scenario,
  verdictOn,
}: ScenarioAssessment): TargetVerdict | undefined {
  return scenario.target && verdictOn(scenario.target);
}
