/** A measurement that would settle what is open. */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import type { Target } from '../plan/plan';
import type { Option } from './recommendation';

/** One observation that would settle decisions which rest on less than measurement. */
export interface NextMeasurement {
  readonly engine: EngineAssessment;
  readonly parallel: number;
  /** Requests to keep in flight on one server. */
  readonly load: number;
  readonly decides: readonly MeasurementDecision[];
  /** Cost per hour of the cheapest decision that it settles. */
  readonly costPerHour: Figure | undefined;
  /** What knowing may save, see `measurementValue.ts`; undefined where nothing comparable is at stake. */
  readonly valuePerMonth: Figure | undefined;
}

export interface MeasurementDecision {
  readonly target: Target;
  /** `option`: whether the recommended option holds; `feasible`: whether the engine can meet the target at all. */
  readonly question: 'option' | 'feasible';
  /** Whether it decides the recommendation over all engines, or on this engine only. */
  readonly scope: 'overall' | 'engine';
  readonly option: Option;
}
