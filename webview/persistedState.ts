/** Checks the state that the page keeps while hidden and over a reload of the window. */
import type { ChartId } from '../src/charts/chart';
import type { ExplainableColumn } from '../src/panel/picture';
import type { WhatIfChange } from '../src/panel/whatIf/field';
import type { PanelState, TableId } from '../src/protocol';
import { list, number, oneOf, optional, record, text, type Check } from './checks';
import { MEASURES, type Measure } from './measure';
import type { Sorting } from './parts/sorting';

export interface PersistedState extends PanelState {
  /** Changes that are tried and not written. */
  readonly changes?: readonly WhatIfChange[];
  readonly scales?: readonly ChosenScale[];
  readonly sorted?: readonly SortedTable[];
  /** Charts whose table is open. */
  readonly open?: readonly ChartId[];
  /** What charts show that are there by nodes and by cost. */
  readonly measure?: Measure;
  /** The figure whose formulas are shown. */
  readonly explained?: ExplainedFigure;
  /** Scroll position in pixels. */
  readonly scrolled?: number;
}

/** Scale that somebody chose for an axis, over the chart's default. */
export interface ChosenScale {
  readonly chart: ChartId;
  readonly axis: 'x' | 'y';
  readonly scale: 'linear' | 'log';
}

export interface SortedTable extends Sorting {
  readonly table: TableId;
}

export interface ExplainedFigure {
  readonly scenario: string;
  readonly column: ExplainableColumn;
}

const isPersistedState: Check = record<PersistedState>({
  uri: text,
  scrolled: optional(number),
  scenario: optional(text),
  changes: optional(list(record<WhatIfChange>({ path: text, value: number }))),
  scales: optional(
    list(
      record<ChosenScale>({ chart: text, axis: oneOf('x', 'y'), scale: oneOf('linear', 'log') }),
    ),
  ),
  sorted: optional(
    list(
      record<SortedTable>({ table: text, column: text, order: oneOf('ascending', 'descending') }),
    ),
  ),
  open: optional(list(text)),
  measure: optional(oneOf(...MEASURES)),
  explained: optional(record<ExplainedFigure>({ scenario: text, column: text })),
});

/** Returns undefined for another shape, which an older version may have left. */
export function readPersistedState(value: unknown): PersistedState | undefined {
  return isPersistedState(value) ? (value as PersistedState) : undefined;
}
