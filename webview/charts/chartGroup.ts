/** Shows a group of charts: one figure at a time, with a toggle between nodes and cost. */
import { t } from '@vscode/l10n';
import { el, show } from '../dom';
import type { Chart, ChartId } from '../../src/charts/chart';
import type { View } from '../keyedList';
import { measureToggle, type MeasureToggle } from '../parts/measureToggle';
import type { ViewState } from '../viewState';
import { shownOf, type ChartGroup } from './chartGroups';

/** @param onMeasure Called when people chose nodes or cost, which every group then shows. */
export function createChartGroup(
  createFigure: (id: ChartId) => View<Chart>,
  viewState: ViewState,
  onMeasure: () => void,
): View<ChartGroup> {
  const element = el('div', { class: 'group' });
  const figures = new Map<ChartId, View<Chart>>();
  let toggle: MeasureToggle | undefined;

  function figureOf(id: ChartId): View<Chart> {
    const known = figures.get(id);
    if (known) return known;
    const made = createFigure(id);
    figures.set(id, made);
    element.append(made.element);
    return made;
  }

  function makeToggle(chart: Chart): MeasureToggle {
    const made = measureToggle(nameOf(chart), (measure) => {
      viewState.setMeasure(measure);
      onMeasure();
    });
    element.prepend(made.element);
    return made;
  }

  return {
    element,
    update: (group) => {
      const shown = shownOf(group, viewState.measure);
      const isPair = group.charts.length > 1;
      if (isPair) toggle ??= makeToggle(shown);
      if (toggle) show(toggle.element, isPair);
      toggle?.set(viewState.measure);
      const figure = figureOf(shown.id);
      for (const each of figures.values()) show(each.element, each === figure);
      figure.update(shown);
    },
    dispose: () => {
      for (const figure of figures.values()) figure.dispose?.();
    },
  };
}

/** Names both charts of a pair. */
function nameOf({ x }: Chart): string {
  switch (x.unit) {
    case 'users':
      return t`Nodes or cost by users`;
    case 'requests/s':
      return t`Nodes or cost by requests per second`;
    default:
      return t`Nodes or cost by month`;
  }
}
