/** What the page keeps while it is hidden, when its script is gone, and over a reload of the window. */
import type { ChartId } from '../src/charts/chart';
import type { WhatIfChange } from '../src/panel/whatIf/field';
import type { PanelState } from '../src/protocol';
import { list, number, oneOf, optional, record, text, type Check } from './checks';

export interface Kept extends PanelState {
  /** Tried, and not written. */
  readonly changes?: readonly WhatIfChange[];
  readonly scales?: readonly ChosenScale[];
  /** How far down somebody had read, in pixels. */
  readonly scrolled?: number;
}

/** What somebody chose for an axis, over what the chart begins with. */
export interface ChosenScale {
  readonly chart: ChartId;
  readonly axis: 'x' | 'y';
  readonly scale: 'linear' | 'log';
}

const isKept: Check = record<Kept>({
  uri: text,
  scrolled: optional(number),
  scenario: optional(text),
  changes: optional(list(record<WhatIfChange>({ path: text, value: number }))),
  scales: optional(
    list(
      record<ChosenScale>({ chart: text, axis: oneOf('x', 'y'), scale: oneOf('linear', 'log') }),
    ),
  ),
});

/** Undefined for what is of another shape: an older version may have left it. */
export function readKept(value: unknown): Kept | undefined {
  return isKept(value) ? (value as Kept) : undefined;
}
