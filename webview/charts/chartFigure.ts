/** Shows a chart with its heading, its conclusion, its tools and its table. */
import { t } from '@vscode/l10n';
import type { Chart, ChartId } from '../../src/charts/chart';
import type { Table } from '../../src/charts/table';
import { button, checkbox } from '../controls';
import { el, setAttribute, setText, show } from '../dom';
import { post } from '../host';
import { inView, type InView } from '../inView';
import type { View } from '../keyedList';
import type { ViewState } from '../viewState';
import type { Actions } from '../model';
import { dataTable } from '../parts/dataTable';
import { tableTools } from '../parts/tableTools';
import { noteList } from '../parts/noteList';
import type { ScenarioLooks } from '../parts/scenarioLook';
import { toolbar, type Toolbar } from '../parts/toolbar';
import { setWords } from '../parts/words';
import type { Theme } from '../theme';
import { pngOf } from './exportPng';
import { createLegend, triedSwatch } from './legend';
import { createPlot, type Plot } from './plot';
import type { Scene } from './scene';

export interface ChartContext {
  readonly theme: Theme;
  readonly selected: string | undefined;
}

/** What every figure works with. */
export interface FigureServices {
  readonly actions: Actions;
  readonly looks: ScenarioLooks;
  readonly viewState: ViewState;
}

const AXES = ['x', 'y'] as const;

export function createChartFigure(
  id: ChartId,
  context: () => ChartContext,
  { actions, looks, viewState }: FigureServices,
): View<Chart> {
  let chart: Chart | undefined;
  let plot: Plot | undefined;
  let drawn = '';

  const heading = el('h3', {});
  const conclusion = el('p', { class: 'conclusion' });
  const triedWords = el('span', {});
  const tried = el('p', { class: 'tried' }, triedSwatch(), triedWords);
  const caption = el('figcaption', {}, heading, conclusion, tried);
  const frame = el('div', { class: 'frame' });
  const legend = createLegend();
  const tableTitle = el('summary', {}, t`Table and notes`);
  const notes = noteList();
  const details = el('details', { open: viewState.isOpen(id) ? true : undefined }, tableTitle);
  details.addEventListener('toggle', () => {
    viewState.setOpen(id, details.open);
  });
  const element = el('figure', { 'data-chart': id });
  element.append(caption, frame, legend.element, details);
  let rest: Rest | undefined;

  function scene(of: Chart): Scene {
    const scaleOf = (axis: 'x' | 'y') =>
      of[axis].canBeLog ? (viewState.scaleOf(id, axis) ?? of[axis].scale) : of[axis].scale;
    return { chart: of, ...context(), scales: { x: scaleOf('x'), y: scaleOf('y') } };
  }

  function drawAgain(how?: 'moving'): void {
    if (chart === undefined) return;
    const now = scene(chart);
    // An edit that changes nothing of this chart costs nothing, and keeps its open reading.
    const wanted = JSON.stringify(now);
    if (wanted === drawn) return;
    drawn = wanted;
    plot ??= addPlot(now);
    plot.update(now, how);
  }

  function addPlot(first: Scene): Plot {
    const made = createPlot(first, actions.select, looks);
    frame.append(made.element);
    return made;
  }

  function makeRest(title: string): Rest {
    const scales = AXES.map((axis) =>
      checkbox(t`log ${axis}`, t`axis of ${title}`, (checked) => {
        viewState.setScale({ chart: id, axis, scale: checked ? 'log' : 'linear' });
        drawAgain('moving');
      }),
    );
    const png = button({
      label: t`Save PNG`,
      name: t`Save PNG: ${title}`,
      onClick: () => {
        if (chart) post({ type: 'savePng', chart: id, data: pngOf(scene(chart)) });
      },
    });
    const svg = button({
      label: t`Save SVG`,
      name: t`Save SVG: ${title}`,
      onClick: () => {
        if (!chart) return;
        // A chart without tried changes is also saved without them.
        const changes = chart.tried ? actions.tried() : [];
        post({ type: 'saveSvg', chart: id, scales: scene(chart).scales, changes });
      },
    });
    const tools = toolbar(t`Axes and pictures of ${title}`, [
      ...scales.map((scale) => scale.element),
      png.element,
      svg.element,
    ]);
    details.before(tools.element);
    const table = dataTable({
      name: title,
      names: { looks, onSelect: actions.select, onAdd: actions.add },
      sorting: viewState.sortingOf(id),
      onSort: (sorting) => {
        viewState.setSorting(id, sorting);
      },
    });
    details.append(notes.element, table.element, tableTools(id, title));
    const tableView = inView<ShownTable>(table.element, (shown) => {
      table.update(shown.table, shown.selected);
    });
    return { scales, tools, table: tableView };
  }

  const view = inView<Chart>(element, update);
  return {
    element,
    update: view.update,
    dispose: () => {
      view.dispose();
      rest?.table.dispose();
      plot?.dispose();
    },
  };

  /** Says what is tried, in place of the conclusion: the figure keeps its height under a hand that drags. */
  function setTried(changes: readonly string[] | undefined): void {
    const words = changes && t`Tried, not in the file: ${changes.join(' · ')}`;
    setText(triedWords, words ?? '');
    setAttribute(tried, 'title', words);
    show(tried, words !== undefined);
    caption.classList.toggle('tries', words !== undefined);
  }

  function update(next: Chart): void {
    chart = next;
    rest ??= makeRest(next.title);
    const { scales } = scene(next);
    AXES.forEach((axis, i) => {
      const control = rest?.scales[i];
      if (control === undefined) return;
      show(control.element, next[axis].canBeLog);
      control.set(scales[axis] === 'log');
    });
    rest.tools.refresh();
    setText(heading, next.title);
    setWords(conclusion, next.conclusion);
    notes.update(next.notes ?? []);
    setTried(next.tried);
    legend.update(next);
    rest.table.update({ table: next.table, selected: context().selected });
    // The frame is on the page only after this update, and the library measures it.
    if (element.isConnected) drawAgain();
    else queueMicrotask(drawAgain);
  }
}

interface Rest {
  readonly scales: readonly ReturnType<typeof checkbox>[];
  readonly tools: Toolbar;
  /** Table of the chart, out of view while it is folded. */
  readonly table: InView<ShownTable>;
}

interface ShownTable {
  readonly table: Table;
  readonly selected: string | undefined;
}
