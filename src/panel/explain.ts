/** How a figure of the table came about: its formulas, with the lines that the numbers come from. */
import { describeKnown, formatFigure } from '../catalogue/figures';
import { explainFigure, formulaLine, type FormulaLine } from '../catalogue/formulas';
import { scenarioColumns } from '../charts/scenarioColumns';
import type { Figure } from '../engine/figure';
import type { Analysis } from '../lint/analysis';
import type { ExplainableColumn, Explanation, ExplanationPart } from './picture';
import { placesIn, type Places } from './places';

/**
 * Undefined where the scenario has no such figure.
 * @param text What stands in the editor now, where that is not what was analyzed.
 */
export function explainCell(
  { assessment, document }: Analysis,
  scenario: string,
  column: ExplainableColumn,
  text = document.text,
): Explanation | undefined {
  const assessed = assessment?.scenarios.find((each) => each.scenario.name === scenario);
  if (!assessment || !assessed) return undefined;
  const figure = scenarioColumns(assessment)
    .find(({ id }) => id === column)
    ?.figure?.(assessed);
  if (!figure) return undefined;
  const places = placesIn(text, document);
  const formulas = explainFigure(figure);
  const lines = formulas.length > 0 ? formulas : [formulaLine(figure)];
  return {
    heading: `${scenario}: ${HEADINGS[column]}${formatFigure(figure)}${knownText(figure)}`,
    lines: lines.map((line) => explainLine(line, places)),
  };
}

/** What the figure's unit does not say. */
const HEADINGS: Readonly<Record<ExplainableColumn, string>> = {
  parallel: 'parallel ',
  nodes: '',
  slots: '',
  queueDepth: 'waiting ',
  latency: 'latency ',
  perHour: '',
  perMonth: '',
};

/** What rests on decisions of the plan alone needs no word. */
function knownText(figure: Figure): string {
  return figure.provenance.known === 'stated' ? '' : ` (${describeKnown(figure)})`;
}

function explainLine(line: FormulaLine, places: Places): readonly ExplanationPart[] {
  return line.map(({ text, path }) => ({
    text,
    range: path === undefined ? undefined : places.rangeOf(path, 'value'),
  }));
}
