/** Which axes people switched to a logarithm, or back. */
import type { ChartId } from '../../src/charts/chart';
import type { ChosenScale } from '../kept';
import type { Scale } from './scene';

export class ScaleChoices {
  readonly #byAxis: Map<string, ChosenScale>;
  readonly #onChange: () => void;

  constructor(kept: readonly ChosenScale[], onChange: () => void) {
    this.#byAxis = new Map(kept.map((choice) => [keyOf(choice.chart, choice.axis), choice]));
    this.#onChange = onChange;
  }

  get all(): readonly ChosenScale[] {
    return [...this.#byAxis.values()];
  }

  /** Undefined where nobody chose: the chart knows what suits it. */
  of(chart: ChartId, axis: 'x' | 'y'): Scale | undefined {
    return this.#byAxis.get(keyOf(chart, axis))?.scale;
  }

  choose(choice: ChosenScale): void {
    this.#byAxis.set(keyOf(choice.chart, choice.axis), choice);
    this.#onChange();
  }
}

function keyOf(chart: ChartId, axis: 'x' | 'y'): string {
  return `${chart} ${axis}`;
}
