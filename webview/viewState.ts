/** Keeps what somebody set up on the page: axes, orders, open tables, an explanation. */
import type { ChartId } from '../src/charts/chart';
import type { TableId } from '../src/protocol';
import type { ChosenScale, ExplainedFigure, PersistedState } from './persistedState';
import type { Measure } from './measure';
import type { Sorting } from './parts/sorting';

type PersistedView = Pick<PersistedState, 'scales' | 'sorted' | 'open' | 'measure' | 'explained'>;

export class ViewState {
  readonly #scales: Map<string, ChosenScale>;
  readonly #sorted: Map<TableId, Sorting>;
  readonly #open: Set<ChartId>;
  readonly #onChange: () => void;
  #measure: Measure | undefined;
  #explained: ExplainedFigure | undefined;

  constructor(
    { scales = [], sorted = [], open = [], measure, explained }: PersistedView,
    onChange: () => void,
  ) {
    this.#scales = new Map(scales.map((choice) => [axisKey(choice.chart, choice.axis), choice]));
    this.#sorted = new Map(sorted.map(({ table, ...sorting }) => [table, sorting]));
    this.#open = new Set(open);
    this.#measure = measure;
    this.#explained = explained;
    this.#onChange = onChange;
  }

  /** Returns the state, without settings that nobody made. */
  get all(): PersistedView {
    const scales = [...this.#scales.values()];
    const sorted = [...this.#sorted].map(([table, sorting]) => ({ table, ...sorting }));
    const open = [...this.#open];
    return {
      ...(scales.length > 0 && { scales }),
      ...(sorted.length > 0 && { sorted }),
      ...(open.length > 0 && { open }),
      ...(this.#measure && { measure: this.#measure }),
      ...(this.#explained && { explained: this.#explained }),
    };
  }

  /** Returns the chosen scale, or undefined if nobody chose. The chart then uses its own. */
  scaleOf(chart: ChartId, axis: 'x' | 'y'): ChosenScale['scale'] | undefined {
    return this.#scales.get(axisKey(chart, axis))?.scale;
  }

  setScale(choice: ChosenScale): void {
    this.#scales.set(axisKey(choice.chart, choice.axis), choice);
    this.#onChange();
  }

  sortingOf(table: TableId): Sorting | undefined {
    return this.#sorted.get(table);
  }

  setSorting(table: TableId, sorting: Sorting | undefined): void {
    if (sorting) this.#sorted.set(table, sorting);
    else this.#sorted.delete(table);
    this.#onChange();
  }

  isOpen(chart: ChartId): boolean {
    return this.#open.has(chart);
  }

  setOpen(chart: ChartId, open: boolean): void {
    if (open === this.#open.has(chart)) return;
    if (open) this.#open.add(chart);
    else this.#open.delete(chart);
    this.#onChange();
  }

  /** Returns what people chose for charts that are there by nodes and by cost. */
  get measure(): Measure {
    return this.#measure ?? 'cost';
  }

  setMeasure(measure: Measure): void {
    this.#measure = measure;
    this.#onChange();
  }

  get explained(): ExplainedFigure | undefined {
    return this.#explained;
  }

  setExplained(figure: ExplainedFigure | undefined): void {
    this.#explained = figure;
    this.#onChange();
  }
}

function axisKey(chart: ChartId, axis: 'x' | 'y'): string {
  return `${chart} ${axis}`;
}
