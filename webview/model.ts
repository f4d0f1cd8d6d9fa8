/** Types the panel's state at a moment, and its sections. */
import type { Chart } from '../src/charts/chart';
import type { Picture } from '../src/panel/picture';
import type { WhatIfChange } from '../src/panel/whatIf/field';
import type { WhatIfOutcome } from '../src/panel/whatIf/outcome';

export interface Model {
  readonly picture: Picture;
  /** Charts that take longer. The previous picture's charts stay until the new ones arrive. */
  readonly slowCharts: readonly Chart[];
  readonly selected: string | undefined;
  /** Outcome of the changes that are being tried. */
  readonly outcome: WhatIfOutcome | undefined;
}

/** A part of the page, made once and then changed in place. */
export interface Section {
  readonly element: HTMLElement;
  readonly update: (model: Model) => void;
}

/** Actions that people can take anywhere in the panel. */
export interface Actions {
  readonly select: (scenario: string) => void;
  /** Adds the answer for a target to the plan, as a scenario. */
  readonly add: (target: string) => void;
  /** Returns the changes of the shown outcome, or none if only the plan is shown. */
  readonly tried: () => readonly WhatIfChange[];
}

/** Returns the plan's charts in order, with the tried changes laid over them. */
export function shownCharts({ picture, slowCharts, outcome }: Model): readonly Chart[] {
  const changed = new Map(outcome?.charts.map((chart) => [chart.id, chart]));
  return [...picture.charts, ...slowCharts].map((chart) => changed.get(chart.id) ?? chart);
}
