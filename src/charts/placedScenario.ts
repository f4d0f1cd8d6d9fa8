/** A scenario with its place in the chart of cost against latency. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';

/** A scenario with both of its figures. */
export interface Placed {
  readonly assessed: ScenarioAssessment;
  /** Cost per hour, or nodes. */
  readonly price: Figure;
  /** Latency, or the time of tokens that targets limit. */
  readonly time: Figure;
}
