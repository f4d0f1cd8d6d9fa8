/** The figures of every scenario beside a chart of them, those without a point included. */
import type { Assessment } from '../engine/assessment';
import { scenarioColumns, type ScenarioColumnId } from './scenarioColumns';
import type { Table } from './table';
import { numberCell } from './words';

const SHOWN: ReadonlySet<ScenarioColumnId> = new Set([
  'scenario',
  'engine',
  'nodes',
  'perHour',
  'latency',
  'known',
  'verdict',
]);

export function scenarioTable(assessment: Assessment): Table {
  const columns = scenarioColumns(assessment).filter(({ id }) => SHOWN.has(id));
  return {
    columns: columns.map(({ title, align }) => ({ title, align })),
    rows: assessment.scenarios.map((assessed) => ({
      cells: columns.map(({ text, figure }) =>
        numberCell(text(assessed), figure?.(assessed)?.value),
      ),
      scenario: assessed.scenario.name,
    })),
  };
}
