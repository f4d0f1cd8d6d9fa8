/** Shows all charts, each in a frame of its own. */
import type { Chart } from '../../src/charts/chart';
import { createChartFigure, type ChartContext } from '../charts/chartFigure';
import { el, setAttribute, setText, show } from '../dom';
import { keyedList } from '../keyedList';
import type { ViewState } from '../viewState';
import { shownCharts, type Actions, type Model, type Section } from '../model';
import { section } from '../parts/headedSection';
import type { Theme } from '../theme';

export interface ChartsSection extends Section {
  setTheme(theme: Theme): void;
}

export function createCharts(
  actions: Actions,
  firstTheme: Theme,
  viewState: ViewState,
): ChartsSection {
  const element = section('charts', 'Charts');
  const grid = el('div', { class: 'figures' });
  const pending = el('p', { class: 'muted', role: 'status' });
  element.append(grid, pending);
  let context: ChartContext = { theme: firstTheme, selected: undefined };
  let shown: readonly Chart[] = [];
  const list = keyedList<Chart>(
    grid,
    ({ id }) => id,
    (chart) => createChartFigure(chart.id, () => context, actions, viewState),
  );
  return {
    element,
    setTheme: (theme) => {
      context = { ...context, theme };
      list.update(shown);
    },
    update: (model) => {
      context = { ...context, selected: model.selected };
      shown = shownCharts(model);
      list.update(shown);
      show(element, shown.length > 0);
      setPending(model, grid, pending);
    },
  };
}

/** Announces charts to come, but only before the first ones. Otherwise it would flicker with every key. */
function setPending({ picture, slowCharts }: Model, grid: HTMLElement, note: HTMLElement): void {
  setAttribute(grid, 'aria-busy', picture.pending ? 'true' : undefined);
  const isFirst = picture.pending && slowCharts.length === 0;
  setText(note, isFirst ? 'More charts are being computed.' : '');
}
