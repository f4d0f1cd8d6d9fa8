/** Shows a table with its own scrolling, sortable columns and a selectable row. */
import { t } from '@vscode/l10n';
import type { Table, TableCell, TableColumn, TableRow } from '../../src/charts/table';
import { el, setAttribute, setText } from '../dom';
import { keyedList, type View } from '../keyedList';
import { nameCell, type NameOptions } from './nameCell';
import { withScrollEdges } from './scrollEdges';
import { withMark } from './words';
import { columnKeys, nextSorting, sortRows, type Sorting } from './sorting';

export interface DataTableOptions {
  /** Name of the scrolling region and of the table in it. */
  readonly name: string;
  /** Builds the first cell of rows about scenarios and answers. */
  readonly names: NameOptions;
  readonly figures?: FigureButtons;
  /** Order from before the page was hidden. */
  readonly sorting?: Sorting | undefined;
  readonly onSort?: (sorting: Sorting | undefined) => void;
}

/** Cells whose text is a button. */
export interface FigureButtons {
  /** Returns true for a button. Asked at every update, because columns and figures come and go. */
  has(row: TableRow, column: number): boolean;
  make(row: TableRow, column: number): HTMLButtonElement;
}

export interface DataTable {
  readonly element: HTMLElement;
  update(table: Table, selected: string | undefined): void;
}

export function dataTable(options: DataTableOptions): DataTable {
  let sorting = options.sorting;
  let shown: Table = { columns: [], rows: [] };
  let chosen: string | undefined;

  const head = el('tr', {});
  const body = el('tbody', {});
  const table = el('table', { 'aria-label': options.name }, el('thead', {}, head), body);
  const scroll = el('div', { class: 'scroll', role: 'region', tabindex: '0' }, table);
  scroll.setAttribute('aria-label', t`${options.name}, table`);
  const element = withScrollEdges(scroll);

  const headers = keyedList<Header>(head, ({ key }) => key, headerCell);
  const rows = keyedList<TableRow>(
    body,
    // Rows of one engine share its name, so their position identifies them.
    ({ scenario, add }, i) => scenario ?? (add === undefined ? `row ${String(i)}` : `add ${add}`),
    (first) => bodyRow(first, options),
  );

  function headerCell({ key }: Header): View<Header> {
    const label = el('button', { type: 'button' });
    const cell = el('th', { scope: 'col' }, label);
    label.addEventListener('click', () => {
      sorting = nextSorting(sorting, key);
      options.onSort?.(sorting);
      refresh();
    });
    return {
      element: cell,
      update: ({ title, align }) => {
        setText(label, title);
        cell.className = align;
        const sorted = sorting?.column === key ? sorting.order : undefined;
        setAttribute(cell, 'aria-sort', sorted);
      },
    };
  }

  function refresh(): void {
    const keys = columnKeys(shown.columns);
    headers.update(shown.columns.map((column, i) => ({ ...column, key: keys[i] ?? '' })));
    rows.update(sortRows(shown, sorting));
    for (const { element: row } of rows.views()) {
      const current = chosen !== undefined && row.dataset.scenario === chosen;
      setAttribute(row, 'aria-current', current ? 'true' : undefined);
      row.querySelector('button.select')?.setAttribute('aria-pressed', String(current));
    }
    shown.columns.forEach(({ align }, column) => {
      for (const row of body.rows) row.cells[column]?.classList.toggle('right', align === 'right');
    });
  }

  return {
    element,
    update: (next, selected) => {
      shown = next;
      chosen = selected;
      refresh();
    },
  };
}

interface Header extends TableColumn {
  readonly key: string;
}

/** Characters from which words wrap into lines. Otherwise they would be as wide as the panel. */
const LONG = 30;

function bodyRow(first: TableRow, { names, figures }: DataTableOptions): View<TableRow> {
  const { scenario, add } = first;
  const element = el('tr', { 'data-scenario': scenario, 'data-add': add });
  const name = scenario === undefined && add === undefined ? undefined : nameCell(first, names);
  if (name) element.append(name.element);
  if (scenario !== undefined) {
    element.classList.add('selectable');
    element.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || target.closest('button:not(.select)') === null) {
        names.onSelect(scenario);
      }
    });
  }
  return {
    element,
    update: (row) => {
      while (element.cells.length > row.cells.length) element.deleteCell(-1);
      row.cells.forEach((content, column) => {
        const holder = cellAt(element, column);
        holder.classList.toggle('long', content.sort === undefined && content.text.length > LONG);
        if (column === 0 && name) name.update(row);
        else if (figures?.has(row, column)) {
          fillButton(holder, content, () => figures.make(row, column));
        } else fillText(holder, content);
      });
    },
  };
}

function cellAt(row: HTMLTableRowElement, column: number): HTMLElement {
  const existing = row.cells[column];
  if (existing !== undefined) return existing;
  const made = column === 0 ? el('th', { scope: 'row' }) : el('td', {});
  row.append(made);
  return made;
}

function fillText(cell: HTMLElement, { text }: TableCell): void {
  const words = withMark(text);
  if (cell.firstElementChild !== null) cell.replaceChildren(words);
  else setText(cell, words);
}

/** Fills a button. It stays the same element over updates, because it may have the focus. */
function fillButton(
  cell: HTMLElement,
  { text }: TableCell,
  makeButton: () => HTMLButtonElement,
): void {
  const button = cell.querySelector('button') ?? makeButton();
  setText(button, text);
  if (button.parentElement !== cell) cell.replaceChildren(button);
}
