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

/** One finding for all objectives of a target with the same verdict; `verdict` is the worst of them. */
export interface SharedArgs extends ObjectiveArgs {
  readonly others: readonly ObjectiveVerdict[];
}

export interface MissArgs extends SharedArgs {
  /** Latency of one request alone on a server, if that misses too: more nodes cannot help. */
  readonly alone: Figure | undefined;
}
