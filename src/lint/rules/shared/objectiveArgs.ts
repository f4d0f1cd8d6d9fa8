/** An objective of a scenario's target, as the rules on targets say it. */
import type { ScenarioAssessment } from '../../../engine/assess/assessment';
import type { Figure } from '../../../engine/figure/figure';
import type { Target } from '../../../engine/plan/plan';
import type { ObjectiveVerdict } from '../../../engine/verdict/verdict';

export interface ObjectiveArgs {
  readonly scenario: ScenarioAssessment;
  readonly target: Target;
  readonly verdict: ObjectiveVerdict;
}

export interface MissArgs extends ObjectiveArgs {
  /** Latency of one request alone on a server, where that too misses: more nodes cannot help. */
  readonly alone: Figure | undefined;
}
