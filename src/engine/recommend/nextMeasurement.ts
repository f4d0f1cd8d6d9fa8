/** Type of a measurement that would settle open decisions. */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import type { Target } from '../plan/plan';
import type { Option } from './recommendation';

/** One observation that would settle decisions without measured evidence. */
export interface NextMeasurement {
  readonly engine: EngineAssessment;
  readonly parallel: number;
  /** Requests to keep in flight on one server. */
  readonly load: number;
  readonly decides: readonly MeasurementDecision[];
  /** Cost per hour of the cheapest decision that it settles. */
  readonly costPerHour: Figure | undefined;
  /** Amount that knowing may save per month, see `measurementValue.ts`; undefined if nothing comparable is at stake. */
  readonly valuePerMonth: Figure | undefined;
}

export interface MeasurementDecision {
  readonly target: Target;
  /**
   * Question of the measurement. `option`: does the recommended option meet the target? `feasible`: can the engine meet
   * it at all?
   */
  readonly question: 'option' | 'feasible';
  /** Scope of the decision: the recommendation over all engines, or on this engine only. */
  readonly scope: 'overall' | 'engine';
  readonly option: Option;
}
