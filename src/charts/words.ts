/**
 * Writes names and figures of a plan as text. Names in sentences are between backticks, as in findings, since a name
 * can be a word. Names in tooltips, legends and cells are plain.
 */
import { t } from '@vscode/l10n';
import { formatAgainstLimits } from '../messages/formatAgainstLimits';
import { quote } from '../messages/findings/words';
import { listWords } from '../messages/markdown';
import { describeBadged } from '../messages/verdictReasons';
import type { Figure } from '../engine/figure/figure';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Objective, Target } from '../engine/plan/plan';
import type { TableCell } from './table';

/** Returns the name on one line, whatever the plan calls it. */
export function nameOf({ name }: { readonly name: string }): string {
  return name.replace(/\s+/g, ' ').trim();
}

export function scenarioName({ spec: scenario }: ScenarioAssessment): string {
  return nameOf(scenario);
}

/** Returns `V: Migrate to vLLM`. */
export function scenarioTitle({ spec: scenario }: ScenarioAssessment): string {
  const { title } = scenario;
  return title === undefined ? nameOf(scenario) : nameOf({ name: `${scenario.name}: ${title}` });
}

/** Returns the name for a sentence: `` `V` ``. */
export function sayName({ spec: scenario }: ScenarioAssessment): string {
  return quote(scenario.name);
}

/** Returns `` `A`, `B` and `C` ``, or with many names `` `A`, `B`, `C` and 38 more ``. */
export function listNames(scenarios: readonly ScenarioAssessment[], most = MOST_NAMED): string {
  return listUpTo(scenarios.map(sayName), most);
}

export function listUpTo(words: readonly string[], most: number): string {
  const left = words.length - most;
  return listWords(left > 0 ? [...words.slice(0, most), t`${left} more`] : words);
}

/** Returns the targets whose limits are shown beside a scenario's figures. */
export function targetsOf({ verdicts }: ScenarioAssessment): readonly Target[] {
  return verdicts.map(({ target }) => target);
}

const MOST_NAMED = 6;

/** Writes a clause about scenarios, in singular or plural. Each function gets the list of their names. */
export function namesWith(
  scenarios: readonly ScenarioAssessment[],
  one: (names: string) => string,
  several: (names: string) => string,
): string {
  const names = listNames(scenarios);
  return scenarios.length === 1 ? one(names) : several(names);
}

/** Returns `Latency: below 1 s (reported)`, or nothing for an unknown figure. */
export function figureLine(
  what: string,
  figure: Figure | undefined,
  limits?: readonly Objective[],
): readonly string[] {
  return figureLines(figure, limits).map((words) => `${what}: ${words}`);
}

/** Returns `20 nodes`, `at most 27 nodes (reported)`. */
export function figureLines(
  figure: Figure | undefined,
  limits: readonly Objective[] = [],
): readonly string[] {
  if (!figure) return [];
  const isPlain = figure.provenance.known === 'stated' && figure.provenance.caveats.length === 0;
  return [isPlain ? formatAgainstLimits(figure, limits) : describeBadged(figure, limits)];
}

export function textCell(text: string): TableCell {
  return { text };
}
