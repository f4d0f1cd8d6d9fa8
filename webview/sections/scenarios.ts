/** Shows the table of scenarios: the report's figures, each with its formula on demand. */
import { t } from '@vscode/l10n';
import type { TableRow } from '../../src/charts/table';
import type { ScenarioTable } from '../../src/panel/picture';
import { el, show } from '../dom';
import type { ViewState } from '../viewState';
import type { Actions, Model, Section } from '../model';
import { dataTable } from '../parts/dataTable';
import { section } from '../parts/headedSection';
import { noteList } from '../parts/noteList';
import type { ScenarioLooks } from '../parts/scenarioLook';
import { tableTools } from '../parts/tableTools';
import { createExplanation, type ExplanationPane } from './explanation';

export interface ScenariosSection extends Section {
  readonly explanation: ExplanationPane;
}

export function createScenarios(
  actions: Actions,
  looks: ScenarioLooks,
  viewState: ViewState,
): ScenariosSection {
  const element = section('scenarios', t`Scenarios`);
  const explanation = createExplanation(viewState);
  let shown: ScenarioTable | undefined;

  const table = dataTable({
    name: t`Scenarios`,
    names: { looks, onSelect: actions.select, onAdd: actions.add },
    sorting: viewState.sortingOf('scenarios'),
    onSort: (sorting) => {
      viewState.setSorting('scenarios', sorting);
    },
    figures: {
      has: (row, column) => typeof shown?.explains[column] === 'string' && isKnown(row, column),
      make: ({ scenario }, column) => figureButton(scenario, column),
    },
  });
  const notes = noteList();
  element.append(table.element, explanation.element, notes.element);
  element.append(tableTools('scenarios', t`Scenarios`));

  /** Returns a figure's button. It looks its column up when pressed, because columns may move. */
  function figureButton(scenario: string | undefined, column: number): HTMLButtonElement {
    const figure = el('button', {
      type: 'button',
      class: 'figure',
      title: t`Show how this figure comes about`,
    });
    figure.addEventListener('click', () => {
      const id = shown?.explains[column];
      if (scenario !== undefined && typeof id === 'string') explanation.ask(scenario, id, figure);
    });
    return figure;
  }

  return {
    element,
    explanation,
    update: ({ picture, selected }: Model) => {
      shown = picture.scenarioTable;
      table.update(visible(shown), selected);
      notes.update(shown.notes);
      const { rows, explains } = shown;
      explanation.refresh((scenario, column) =>
        rows.some((row) => row.scenario === scenario && isKnown(row, explains.indexOf(column))),
      );
      show(element, shown.rows.length > 0);
    },
  };
}

/** Returns false for an unknown figure: it has no number and nothing to explain. */
function isKnown({ scenario, cells }: TableRow, column: number): boolean {
  return scenario !== undefined && cells[column]?.sort !== undefined;
}

function visible({ columns, rows }: ScenarioTable) {
  return { columns, rows };
}
