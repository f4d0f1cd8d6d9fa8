/** Shows the charts: the first one at the top of the panel, and all others further down. */
import { t } from '@vscode/l10n';
import type { Chart, ChartId } from '../../src/charts/chart';
import { createChartFigure, type ChartContext, type FigureServices } from '../charts/chartFigure';
import { createChartGroup } from '../charts/chartGroup';
import { groupCharts, type ChartGroup } from '../charts/chartGroups';
import { el, setAttribute, setText, show } from '../dom';
import { keyedList, type View } from '../keyedList';
import { shownCharts, type Model, type Section } from '../model';
import { section } from '../parts/headedSection';
import type { Theme } from '../theme';

export interface ChartsSection extends Section {
  /** The first chart, which people see before all else. */
  readonly lead: HTMLElement;
  setTheme(theme: Theme): void;
}

export function createCharts(services: FigureServices, firstTheme: Theme): ChartsSection {
  const lead = section('lead', t`Charts`);
  const front = el('div', {});
  lead.append(front);
  const element = section('charts', t`More charts`);
  const grid = el('div', { class: 'figures' });
  const pending = el('p', { class: 'muted', role: 'status' });
  element.append(grid, pending);
  let context: ChartContext = { theme: firstTheme, selected: undefined };
  let shown: readonly ChartGroup[] = [];

  const createFigure = (id: ChartId): View<Chart> => createChartFigure(id, () => context, services);
  const createGroup = (): View<ChartGroup> =>
    createChartGroup(createFigure, services.viewState, place);
  const first = keyedList<ChartGroup>(front, ({ key }) => key, createGroup);
  const others = keyedList<ChartGroup>(grid, ({ key }) => key, createGroup);

  function place(): void {
    first.update(shown.slice(0, 1));
    others.update(shown.slice(1));
  }

  return {
    lead,
    element,
    setTheme: (theme) => {
      context = { ...context, theme };
      place();
    },
    update: (model) => {
      context = { ...context, selected: model.selected };
      shown = groupCharts(shownCharts(model));
      place();
      show(lead, shown.length > 0);
      show(element, shown.length > 1 || (shown.length > 0 && model.picture.pending));
      setPending(model, grid, pending);
    },
  };
}

/** Announces charts to come, but only before the first ones. Otherwise it would flicker with every key. */
function setPending({ picture, slowCharts }: Model, grid: HTMLElement, note: HTMLElement): void {
  setAttribute(grid, 'aria-busy', picture.pending ? 'true' : undefined);
  const isFirst = picture.pending && slowCharts.length === 0;
  setText(note, isFirst ? t`More charts are being computed.` : '');
}
