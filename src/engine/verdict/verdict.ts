/** Verdicts on an objective and on a whole target. */
import type { LatencyBand } from '../curve/latencyBand';
import type { Figure } from '../figure/figure';
import type { VerdictReason } from '../figure/reasons';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Objective, Target } from '../plan/plan';

/** An objective for a time: latency, a percentile, a time of tokens. */
export type TimeLimit = Extract<Objective, { limitSeconds: number }>;

export type Outcome = 'meets' | 'misses' | 'unknown';

/**
 * How much a verdict tells. `whole` has all reasons, and the band. `search` leaves out the reasons by memory, slots and
 * hardware floor, which decide how well a verdict is known. Nor does a search add nodes until a whole answer is as fast as its first token has to be,
 * where nobody measured that. A limit within the band leaves both undecided. `expected` is a search without bands.
 */
export type JudgeMode = 'whole' | 'search' | 'expected';

export interface ObjectiveVerdict {
  readonly objective: Objective;
  readonly outcome: Outcome;
  /** By measurement, or interpolation between measurements, at the scenario's own load and token lengths. */
  readonly verified: boolean;
  /** Why it is not verified, or unknown; of what is verified only why there is no figure. */
  readonly reasons: readonly VerdictReason[];
  /** What was held against the limit. */
  readonly figure: Figure | undefined;
  /**
   * A measurement that alone shows the verdict: a miss at a load no heavier than the scenario's, or a pass with no less
   * to do for a server.
   */
  readonly proof: ObservationAssessment | undefined;
  /** What that measurement shows. */
  readonly proofFigure?: Figure | undefined;
  /** 80 % band around the figure; undefined if it is a bound, or was observed. */
  readonly band?: LatencyBand | undefined;
}

/** All objectives of one target together: misses if one does, meets if all do. */
export interface TargetVerdict {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly verified: boolean;
  readonly objectives: readonly ObjectiveVerdict[];
}
