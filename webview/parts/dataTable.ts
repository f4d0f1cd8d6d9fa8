/** Shows a table with its own scrolling, sortable columns and a selectable row. */
import type { Table, TableCell, TableColumn, TableRow } from '../../src/charts/table';
import { el, setAttribute, setText } from '../dom';
import { keyedList, type View } from '../keyedList';
import { withMark } from './words';
import { columnKeys, nextSorting, sortRows, type Sorting } from './sorting';

export interface DataTableOptions {
  /** Name of the scrolling region and of the table in it. */
  readonly name: string;
  /** Selects a scenario. If given, the first cell of its row is a button. */
  readonly onSelect?: (scenario: string) => void;
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
  const element = el('div', { class: 'scroll', role: 'region', tabindex: '0' }, table);
  element.setAttribute('aria-label', `${options.name}, table`);

  const headers = keyedList<Header>(head, ({ key }) => key, headerCell);
  const rows = keyedList<TableRow>(
    body,
    // Rows of one engine share its name, so their position identifies them.
    ({ scenario }, i) => scenario ?? `row ${String(i)}`,
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

function bodyRow({ scenario }: TableRow, { onSelect, figures }: DataTableOptions): View<TableRow> {
  const element = el('tr', { 'data-scenario': scenario });
  const select = scenario === undefined || onSelect === undefined ? undefined : onSelect;
  if (select !== undefined && scenario !== undefined) {
    element.classList.add('selectable');
    element.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || target.closest('button:not(.select)') === null) {
        select(scenario);
      }
    });
  }
  return {
    element,
    update: (row) => {
      while (element.cells.length > row.cells.length) element.deleteCell(-1);
      row.cells.forEach((content, column) => {
        const holder = cellAt(element, column);
        // Names of any length are cut somewhere.
        if (column === 0) setAttribute(holder, 'title', content.text);
        holder.classList.toggle('long', content.sort === undefined && content.text.length > LONG);
        if (column === 0 && select !== undefined) fillButton(holder, content, selectButton);
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

function selectButton(): HTMLButtonElement {
  return el('button', { type: 'button', class: 'select' });
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
