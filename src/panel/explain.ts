/** Explains a figure of the table: its formulas, with the lines that the numbers come from. */
import { t } from '@vscode/l10n';
import { scenarioColumns } from '../charts/scenarioColumns';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { limitingTime } from '../engine/assess/limitingTime';
import type { Figure } from '../engine/figure/figure';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import type { Target, TimeObjective } from '../engine/plan/plan';
import type { Analysis } from '../lint/analysis';
import { formatFigure } from '../messages/figures';
import { quote } from '../messages/findings/words';
import { formatAgainstLimits, limitsOn } from '../messages/formatAgainstLimits';
import { formulaLine, formulasBehind, type FormulaLine } from '../messages/formulas';
import { formatQuantity } from '../messages/numbers';
import { describeKnown } from '../messages/provenance';
import { sourceWord } from '../messages/sourceWord';
import { nameOfKind } from '../messages/verdicts';
import type { ExplainableColumn, Explanation, ExplanationPart } from './picture';
import { placesIn, type Places } from './places';
import { quantityOf } from './quantityOf';

/**
 * Returns undefined if the scenario has no such figure.
 * @param text The editor's current text, if it is not the analyzed one.
 */
export function explainCell(
  { assessment, document }: Analysis,
  scenario: string,
  column: ExplainableColumn,
  text = document.text,
): Explanation | undefined {
  const assessed = assessment?.scenarios.find((each) => each.spec.name === scenario);
  if (!assessment || !assessed) return undefined;
  const figure = scenarioColumns(assessment)
    .find(({ id }) => id === column)
    ?.figure?.(assessed);
  if (!figure) return undefined;
  const places = placesIn(text, document);
  const formulas = formulasBehind(figure);
  const time = limitingTime(assessment);
  const value = figureText(figure, column === 'latency' ? time : 'budget', assessment.plan.targets);
  const named = column === 'latency' ? `${nameOfKind(time)} ${value}` : namedValue(column, value);
  return {
    heading: `${scenario}: ${named}${knownText(figure)}`,
    lines:
      formulas.length > 0
        ? formulas.map(({ line, result }) => [...label(result), ...explainLine(line, places)])
        : [[...observationWords(assessed, figure), ...explainLine(formulaLine(figure), places)]],
  };
}

function figureText(
  figure: Figure,
  kind: TimeObjective | 'budget',
  targets: readonly Target[],
): string {
  return formatAgainstLimits(figure, limitsOn(kind, targets));
}

/** Labels each line with its time, because lines of several times follow each other. */
function label(result: Figure): readonly ExplanationPart[] {
  const quantity = quantityOf(result);
  return quantity === undefined ? [] : [{ text: `${quantity}: `, range: undefined }];
}

/** Describes a figure that was observed as it is: by whom, and under which load. */
function observationWords(
  { engine }: ScenarioAssessment,
  { derivation }: Figure,
): readonly ExplanationPart[] {
  if (derivation.kind !== 'stated') return [];
  const { path } = derivation;
  const found = engine.observations.find(({ observation }) =>
    path?.startsWith(`${observation.path}/`),
  );
  if (!found) return [];
  const { name, source } = found.observation;
  const isNamed = name !== undefined && name.trim() !== '';
  const parts = [
    isNamed ? t`observation ${quote(name)}` : t`observation`,
    sourceWord(source.value),
    ...loadWords(found),
  ];
  return [{ text: `${parts.join(', ')}: `, range: undefined }];
}

/** Writes `with 5 in flight on a server of 8 slots`, or the part of it that is known. */
function loadWords({ observation: { parallel }, load }: ObservationAssessment): readonly string[] {
  const slots = parallel && formatQuantity(parallel.value, 'slots/server');
  if (!load) return slots === undefined ? [] : [t`on a server of ${slots}`];
  return slots === undefined
    ? [t`with ${formatFigure(load)} on a server`]
    : [t`with ${formatFigure(load)} on a server of ${slots}`];
}

/** Adds a word to a figure if its unit does not say what it is. */
function namedValue(column: Exclude<ExplainableColumn, 'latency'>, value: string): string {
  switch (column) {
    case 'parallel':
      return `parallel ${value}`;
    case 'queueDepth':
      return t`waiting ${value}`;
    default:
      return value;
  }
}

/** Returns how well a figure is known. Figures based only on the plan's decisions need no word. */
function knownText(figure: Figure): string {
  return figure.provenance.known === 'stated' ? '' : ` (${describeKnown(figure)})`;
}

function explainLine(line: FormulaLine, places: Places): readonly ExplanationPart[] {
  return line.map(({ text, path }) => ({
    text,
    range: path === undefined ? undefined : places.rangeOf(path, 'value'),
  }));
}
