/** Types of the verdicts on an objective and on a whole target. */
import type { Figure } from '../figure/figure';
import type { VerdictReason } from '../figure/reasons';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Objective, Target } from '../plan/plan';

/** An objective for a time: latency, a percentile, a time of tokens. */
export type TimeLimit = Extract<Objective, { limitSeconds: number }>;

export type Outcome = 'meets' | 'misses' | 'unknown';

/**
 * How much a verdict tells. `whole` has all reasons. `search` leaves out memory, slots, hardware floor and range: they
 * decide how well a verdict is known, which a search does not ask at each step. Nor does a search add nodes until a whole
 * answer is as fast as its first token has to be, where nobody measured that.
 */
export type JudgeMode = 'whole' | 'search';

export interface ObjectiveVerdict {
  readonly objective: Objective;
  readonly outcome: Outcome;
  /**
   * True if based on measurement, or interpolation between measurements, at the scenario's own load and token lengths.
   */
  readonly verified: boolean;
  /** Reasons why it is not verified, or unknown. A verified one only has reasons for a missing figure. */
  readonly reasons: readonly VerdictReason[];
  /** Figure that was compared with the limit. */
  readonly figure: Figure | undefined;
  /**
   * Measurement that proves the verdict without others. It shows a miss at a load no heavier than the scenario's, or a
   * pass at equal or higher load per server.
   */
  readonly proof: ObservationAssessment | undefined;
  /** Figure that this measurement gives. */
  readonly proofFigure?: Figure | undefined;
  /** Upper estimate, if the figure leaves out some queueing delay. */
  readonly ceiling?: Figure | undefined;
}

/** Verdict on all objectives of one target: misses if one does, meets if all do. */
export interface TargetVerdict {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly verified: boolean;
  readonly objectives: readonly ObjectiveVerdict[];
}
