/**
 * Names and figures of a plan as text. In sentences names stand between backticks, as in those of findings, since a
 * name may be a word; in tooltips, legends and cells they stand alone.
 */
import { formatAgainstLimits } from '../messages/formatAgainstLimits';
import { quote } from '../messages/findings/words';
import { listWords } from '../messages/markdown';
import { describeFigure } from '../messages/verdictReasons';
import type { Figure } from '../engine/figure/figure';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Objective, Target } from '../engine/plan/plan';
import type { TableCell } from './table';

/** On one line, whatever the plan calls it. */
export function nameOf({ name }: { readonly name: string }): string {
  return name.replace(/\s+/g, ' ').trim();
}

export function scenarioName({ spec: scenario }: ScenarioAssessment): string {
  return nameOf(scenario);
}

/** `V: Migrate to vLLM`. */
export function scenarioTitle({ spec: scenario }: ScenarioAssessment): string {
  const { title } = scenario;
  return title === undefined ? nameOf(scenario) : nameOf({ name: `${scenario.name}: ${title}` });
}

/** In a sentence: `` `V` ``. */
export function sayName({ spec: scenario }: ScenarioAssessment): string {
  return quote(scenario.name);
}

/** `` `A`, `B` and `C` ``; of many `` `A`, `B`, `C` and 38 more ``. */
export function listNames(scenarios: readonly ScenarioAssessment[], most = MOST_NAMED): string {
  return listUpTo(scenarios.map(sayName), most);
}

export function listUpTo(words: readonly string[], most: number): string {
  const left = words.length - most;
  return listWords(left > 0 ? [...words.slice(0, most), `${left} more`] : words);
}

/** Whose limits stand beside a scenario's figures. */
export function targetsOf({ verdicts }: ScenarioAssessment): readonly Target[] {
  return verdicts.map(({ target }) => target);
}

/** Of a chart that tells of a few: where the others are. */
export function restInTable(all: readonly ScenarioAssessment[], told: number): string | undefined {
  const rest = all.slice(told);
  if (rest.length === 0) return undefined;
  return rest.length > MOST_NAMED
    ? `The table has the other ${rest.length}.`
    : `The table has ${listNames(rest)} too.`;
}

const MOST_NAMED = 6;

/** `A is`, `A and B are`. */
export function namesWith(
  scenarios: readonly ScenarioAssessment[],
  one: string,
  several: string,
): string {
  return `${listNames(scenarios)} ${scenarios.length === 1 ? one : several}`;
}

/** Each is whole already. */
export { joinSentences as sentences } from '../messages/sentences';

/** `Latency: below 1 s (reported)`; nothing for what is not known. */
export function figureLine(
  what: string,
  figure: Figure | undefined,
  limits?: readonly Objective[],
): readonly string[] {
  return figureLines(figure, limits).map((words) => `${what}: ${words}`);
}

/** `20 nodes`, `at most 27 nodes (reported)`. */
export function figureLines(
  figure: Figure | undefined,
  limits: readonly Objective[] = [],
): readonly string[] {
  if (!figure) return [];
  const isPlain = figure.provenance.known === 'stated' && figure.provenance.caveats.length === 0;
  return [isPlain ? formatAgainstLimits(figure, limits) : describeFigure(figure, limits)];
}

export function textCell(text: string): TableCell {
  return { text };
}
