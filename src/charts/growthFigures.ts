/** Selects the figures that a chart of growth shows. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { GrowthMonth } from '../engine/explore/growth';
import type { Figure } from '../engine/figure/figure';

/** Figures that a chart of growth shows of a month and of today's fleet. */
export interface GrowthFigures {
  readonly ofMonth: (month: GrowthMonth) => Figure | undefined;
  readonly kept: (scenario: ScenarioAssessment) => Figure | undefined;
}
