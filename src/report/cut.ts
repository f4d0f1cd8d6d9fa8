/** Cuts lists that hundreds of scenarios would make too long: they end in a count. */
import { bold, listWords } from '../messages/markdown';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { nameOf } from './words';

const MOST_NAMES = 12;
const MOST_LINES = 20;

/** Returns `**A**, **B** and 3 more`. */
export function namesOf(scenarios: readonly ScenarioAssessment[]): string {
  const names = scenarios.slice(0, MOST_NAMES).map(({ spec: scenario }) => bold(nameOf(scenario)));
  const left = scenarios.length - names.length;
  return listWords(left > 0 ? [...names, `${left} more`] : names);
}

/** Cuts lines of which each is about one scenario. */
export function cutLines(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES;
  return left > 1 ? [...lines.slice(0, MOST_LINES), `… and ${left} more scenarios.`] : lines;
}
