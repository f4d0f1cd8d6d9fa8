/** Writes the few characters beside a point. */
import { BOUND_SIGNS } from '../messages/figures';
import { formatSeconds } from '../messages/numbers';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import { scenarioName } from './words';

export function tagOf(assessed: ScenarioAssessment, figure: Figure): string {
  return boundTag(scenarioName(assessed), figure);
}

/** Returns the name, with the value if it is a bound, so that it does not look exact: `V (<1 s)`. */
export function boundTag(name: string, { bound, value }: Figure): string {
  return bound === 'exact' ? name : `${name} (${BOUND_SIGNS[bound]}${formatSeconds(value)})`;
}
