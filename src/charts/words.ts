/** Names and figures of a plan as plain text: sentences, lines of a tooltip, cells. */
import { describeFigure } from '../catalogue/verdicts';
import { formatFigure } from '../catalogue/figures';
import { listWords } from '../catalogue/markdown';
import type { Figure } from '../engine/figure';
import type { ScenarioAssessment } from '../engine/assessment';
import { NOTHING } from './scenarioColumns';
import type { TableCell } from './table';

/** On one line, whatever the plan calls it. */
export function nameOf({ name }: { readonly name: string }): string {
  return name.replace(/\s+/g, ' ').trim();
}

export function scenarioName({ scenario }: ScenarioAssessment): string {
  return nameOf(scenario);
}

/** `V: Migrate to vLLM`. */
export function scenarioTitle({ scenario }: ScenarioAssessment): string {
  const { title } = scenario;
  return title === undefined ? nameOf(scenario) : nameOf({ name: `${scenario.name}: ${title}` });
}

/** `A, B and C`; of many `A, B, C, D and 38 more`. */
export function listNames(scenarios: readonly ScenarioAssessment[], most = MOST_NAMED): string {
  const names = scenarios.slice(0, most).map(scenarioName);
  const left = scenarios.length - names.length;
  return listWords(left > 0 ? [...names, `${left} more`] : names);
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
export { joinSentences as sentences } from '../catalogue/sentences';

/** `Latency: below 1 s (reported)`; nothing for what is not known. */
export function figureLine(what: string, figure: Figure | undefined): readonly string[] {
  return figureLines(figure).map((words) => `${what}: ${words}`);
}

/** `20 nodes`, `at most 27 nodes (reported)`. */
export function figureLines(figure: Figure | undefined): readonly string[] {
  if (!figure) return [];
  const isPlain = figure.provenance.known === 'stated' && figure.provenance.caveats.length === 0;
  return [isPlain ? formatFigure(figure) : describeFigure(figure)];
}

export function textCell(text: string): TableCell {
  return { text };
}

export function figureCell(figure: Figure | undefined): TableCell {
  if (!figure) return { text: NOTHING };
  return numberCell(formatFigure(figure), figure.value);
}

/** What is not finite has no place in an order. */
export function numberCell(text: string, value: number | undefined): TableCell {
  return value !== undefined && Number.isFinite(value) ? { text, sort: value } : { text };
}
