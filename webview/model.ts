/** What the panel shows at a moment. */
import type { Chart } from '../src/charts/chart';
import type { Picture } from '../src/panel/picture';
import type { WhatIfChange } from '../src/panel/whatIf/field';
import type { WhatIfOutcome } from '../src/panel/whatIf/outcome';

export interface Model {
  readonly picture: Picture;
  /** Those that take longer; of the picture before until those of this one are there. */
  readonly slowCharts: readonly Chart[];
  readonly selected: string | undefined;
  /** Of the changes that are being tried. */
  readonly outcome: WhatIfOutcome | undefined;
}

/** A part of the page, made once and then changed in place. */
export interface Section {
  readonly element: HTMLElement;
  readonly update: (model: Model) => void;
}

/** What people can do from anywhere in the panel. */
export interface Actions {
  readonly select: (scenario: string) => void;
  /** What the outcome that is shown is of; none where only the plan is shown. */
  readonly tried: () => readonly WhatIfChange[];
}

/** The plan's charts in their order, each with what is being tried laid over it. */
export function shownCharts({ picture, slowCharts, outcome }: Model): readonly Chart[] {
  const changed = new Map(outcome?.charts.map((chart) => [chart.id, chart]));
  return [...picture.charts, ...slowCharts].map((chart) => changed.get(chart.id) ?? chart);
}
