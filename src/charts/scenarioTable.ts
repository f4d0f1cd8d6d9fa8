/** Table of the figures of every scenario beside a chart, including scenarios without a point. */
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { scenarioColumns, type ScenarioColumn, type ScenarioColumnId } from './scenarioColumns';
import type { AnswerOption } from './answerOptions';
import { withAnswers } from './answerRows';
import type { Table, TableCell, TableRow } from './table';
import { cellOf } from './numberCell';

const SHOWN: ReadonlySet<ScenarioColumnId> = new Set([
  'scenario',
  'engine',
  'nodes',
  'perHour',
  'latency',
  'known',
  'verdict',
]);

export function scenarioTable(assessment: Assessment, answers: readonly AnswerOption[]): Table {
  const columns = scenarioColumns(assessment).filter(({ id }) => SHOWN.has(id));
  return {
    columns: columns.map(({ title, align }) => ({ title, align })),
    rows: withAnswers(scenarioRows(assessment, columns), columns, answers, assessment),
  };
}

/** Returns one row for each scenario. */
export function scenarioRows(
  { scenarios }: Assessment,
  columns: readonly ScenarioColumn[],
): readonly TableRow[] {
  return scenarios.map((assessed) => ({
    cells: columns.map((column) => scenarioCell(column, assessed)),
    scenario: assessed.spec.name,
  }));
}

function scenarioCell({ text, figure }: ScenarioColumn, assessed: ScenarioAssessment): TableCell {
  const found = figure?.(assessed);
  return found ? cellOf(found, text(assessed)) : { text: text(assessed) };
}
