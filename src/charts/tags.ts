/** The few characters beside a point. */
import { BOUND_SIGNS } from '../catalogue/figures';
import { formatSeconds } from '../catalogue/numbers';
import type { ScenarioAssessment } from '../engine/assessment';
import type { Figure } from '../engine/figure';
import { scenarioName } from './words';

/** The scenario's name; a bound must not look exact: `V (<1 s)`. */
export function tagOf(assessed: ScenarioAssessment, { bound, value }: Figure): string {
  const name = scenarioName(assessed);
  return bound === 'exact' ? name : `${name} (${BOUND_SIGNS[bound]}${formatSeconds(value)})`;
}
