/** How a figure of the table came about: its formulas, with the lines that the numbers come from. */
import { scenarioColumns } from '../charts/scenarioColumns';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import type { Target } from '../engine/plan/plan';
import type { Analysis } from '../lint/analysis';
import { formatFigure } from '../messages/figures';
import { quote } from '../messages/findings/words';
import { formatAgainstLimits, limitsOn } from '../messages/formatAgainstLimits';
import { formulaLine, formulasBehind, type FormulaLine } from '../messages/formulas';
import { formatQuantity } from '../messages/numbers';
import { describeKnown } from '../messages/provenance';
import type { ExplainableColumn, Explanation, ExplanationPart } from './picture';
import { placesIn, type Places } from './places';
import { quantityOf } from './quantityOf';

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
  const assessed = assessment?.scenarios.find((each) => each.spec.name === scenario);
  if (!assessment || !assessed) return undefined;
  const figure = scenarioColumns(assessment)
    .find(({ id }) => id === column)
    ?.figure?.(assessed);
  if (!figure) return undefined;
  const places = placesIn(text, document);
  const formulas = formulasBehind(figure);
  const value = figureText(figure, column, assessment.plan.targets);
  return {
    heading: `${scenario}: ${HEADINGS[column]}${value}${knownText(figure)}`,
    lines:
      formulas.length > 0
        ? formulas.map(({ line, result }) => [...label(result), ...explainLine(line, places)])
        : [[...observationWords(assessed, figure), ...explainLine(formulaLine(figure), places)]],
  };
}

function figureText(figure: Figure, column: ExplainableColumn, targets: readonly Target[]): string {
  const limits = column === 'latency' ? limitsOn('latency', targets) : limitsOn('budget', targets);
  return formatAgainstLimits(figure, limits);
}

/** Lines of several times stand under each other: each says which it is. */
function label(result: Figure): readonly ExplanationPart[] {
  const quantity = quantityOf(result);
  return quantity === undefined ? [] : [{ text: `${quantity}: `, range: undefined }];
}

/** Of a figure that was observed as it stands: by whom, and under which load. */
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
  const called = name === undefined || name.trim() === '' ? '' : ` ${quote(name)}`;
  return [{ text: `observation${called}, ${source.value}${loadWords(found)}: `, range: undefined }];
}

/** `, with 5 in flight on a server of 8 slots`, as far as it says so. */
function loadWords({ observation: { parallel }, load }: ObservationAssessment): string {
  if (!load && !parallel) return '';
  const inFlight = load ? ` with ${formatFigure(load)}` : '';
  const slots = parallel ? ` of ${formatQuantity(parallel.value, 'slots/server')}` : '';
  return `,${inFlight} on a server${slots}`;
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
