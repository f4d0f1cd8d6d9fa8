/** Writes the few characters beside a point. */
import { BOUND_SIGNS } from '../messages/figures';
import { formatSeconds } from '../messages/numbers';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import { scenarioName } from './words';

/** Returns the scenario's name, with the value if it is a bound, so that it does not look exact: `V (<1 s)`. */
export function tagOf(assessed: ScenarioAssessment, { bound, value }: Figure): string {
  const name = scenarioName(assessed);
  return bound === 'exact' ? name : `${name} (${BOUND_SIGNS[bound]}${formatSeconds(value)})`;
}
