/** A scenario with its place in the chart of cost against a time. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure } from '../engine/figure/figure';
import type { TimeObjective } from '../engine/plan/plan';

/** A scenario with both of its figures. */
export interface Placed {
  readonly assessed: ScenarioAssessment;
  /** Cost per hour, or nodes. */
  readonly price: Figure;
  /** The time that limits the scenarios. */
  readonly time: Figure;
  readonly kind: TimeObjective;
}
