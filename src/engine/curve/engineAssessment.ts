/** An engine, with its observations and the curve through them. */
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Engine } from '../plan/plan';
import type { LatencyCurve } from './curve';

export interface EngineAssessment {
  readonly spec: Engine;
  readonly observations: readonly ObservationAssessment[];
  readonly curve: LatencyCurve;
}
