/** Builds the first cell of a row: a scenario in its colour, or an answer that can be added as one. */
import { t } from '@vscode/l10n';
import type { TableRow } from '../../src/charts/table';
import { el, setAttribute, setOptional, setText } from '../dom';
import type { View } from '../keyedList';
import { setLook, type ScenarioLooks } from './scenarioLook';

export interface NameOptions {
  readonly looks: ScenarioLooks;
  readonly onSelect: (scenario: string) => void;
  /** Adds the answer for a target as a scenario. */
  readonly onAdd: (target: string) => void;
}

export function nameCell(
  { scenario, add }: TableRow,
  { looks, onAdd }: NameOptions,
): View<TableRow> {
  const look = el('span', { class: 'look' });
  const words =
    scenario === undefined ? el('span', {}) : el('button', { type: 'button', class: 'select' });
  const badge = el('span', { class: 'row-badge' });
  const name = el('div', { class: 'name' }, look, words);
  const element = el('th', { scope: 'row' }, name, badge);
  const button = add === undefined ? undefined : addButton(add, onAdd);
  if (button) element.append(button);
  return {
    element,
    update: (row) => {
      const text = row.cells[0]?.text ?? '';
      setLook(look, looks.of(row.scenario));
      setText(words, text);
      // Names of any length are cut somewhere.
      setAttribute(element, 'title', text);
      setOptional(badge, row.badge);
      if (button) setAttribute(button, 'aria-label', t`Add as scenario: ${text}`);
    },
  };
}

function addButton(target: string, onAdd: (target: string) => void): HTMLButtonElement {
  const button = el('button', { type: 'button', class: 'link add' }, t`Add as scenario`);
  button.addEventListener('click', () => {
    onAdd(target);
  });
  return button;
}
