/** Cuts lists that hundreds of scenarios would make too long: they end in a count. */
import { t } from '@vscode/l10n';
import { bold, listWords } from '../messages/markdown';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { nameOf } from './words';

const MOST_NAMES = 12;
const MOST_LINES = 20;

/** Returns `**A**, **B** and 3 more`. */
export function namesOf(scenarios: readonly ScenarioAssessment[]): string {
  const names = scenarios.slice(0, MOST_NAMES).map(({ spec: scenario }) => bold(nameOf(scenario)));
  const left = scenarios.length - names.length;
  return listWords(left > 0 ? [...names, moreText(left)] : names);
}

/** Cuts lines of which each is about one scenario. */
export function cutLines(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES;
  return left > 1 ? [...lines.slice(0, MOST_LINES), moreScenarios(left)] : lines;
}

/** Ends a list of names. */
export function moreText(left: number): string {
  return left === 1 ? t`1 more` : t`${left} more`;
}

/** Ends a list of lines or rows of which each is about one scenario. */
export function moreScenarios(left: number): string {
  return left === 1 ? t`… and 1 more scenarios.` : t`… and ${left} more scenarios.`;
}
