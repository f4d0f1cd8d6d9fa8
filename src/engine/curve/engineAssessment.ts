/** An engine, with its observations and the curve through them. */
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Engine, TokenTime } from '../plan/plan';
import type { LatencyCurve } from './curve';
import type { Lengths } from './observedLengths';
import type { ServerModel } from './tokens/serverModel';

export interface EngineAssessment {
  readonly spec: Engine;
  readonly observations: readonly ObservationAssessment[];
  readonly curve: LatencyCurve;
  /** Curves at a workload's token lengths; undefined if the observations are used as they are. */
  readonly atLengths?: EngineAtLengths;
}

/** An engine at the token lengths of a workload, by the token model. */
export interface EngineAtLengths {
  /** The engine as its observations have it. */
  readonly observed: EngineAssessment;
  /** Observations at these lengths. */
  readonly atSame: readonly ObservationAssessment[];
  readonly fitted: FittedAtLengths;
  readonly tokenTimes: Readonly<Record<TokenTime, LatencyCurve>>;
}

/** The token model of a server, and the lengths that it is asked at. */
export interface FittedAtLengths {
  readonly model: ServerModel;
  readonly lengths: Lengths;
}
