/** Writes the effects of small input changes on a scenario as JSON. */
import { describeChange } from '../../messages/sensitivity';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import {
  sensitivityOf,
  type BeforeAfter,
  type SensitivityEntry,
} from '../../engine/explore/sensitivity';
import { figureJson } from './figureJson';

export function sensitivityJson(assessment: Assessment, scenario: ScenarioAssessment) {
  return sensitivityOf(assessment, scenario).map(entryJson);
}

function entryJson(entry: SensitivityEntry) {
  const { lever, direction, value, nodes, costPerHour, costPerMonth } = entry;
  return {
    lever,
    direction,
    /** Text such as `10 % fewer users`. */
    text: describeChange(entry),
    value: beforeAfterJson(value),
    nodes: beforeAfterJson(nodes),
    costPerHour: costPerHour ? beforeAfterJson(costPerHour) : null,
    costPerMonth: costPerMonth ? beforeAfterJson(costPerMonth) : null,
  };
}

function beforeAfterJson({ before, after }: BeforeAfter) {
  return { before: figureJson(before), after: figureJson(after) };
}
