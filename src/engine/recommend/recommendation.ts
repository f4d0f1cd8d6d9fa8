/** Types of the recommended way to meet a target, on each engine and over all. */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import type { Cost } from '../fleet/cost';
import type { Scenario, Target } from '../plan/plan';
import type { TargetVerdict } from '../verdict/verdict';

/** A way to serve a workload: an engine with so many slots a server on so many nodes. */
export interface Option {
  readonly engine: EngineAssessment;
  readonly parallel: number;
  readonly nodes: Figure;
  readonly latency: Figure | undefined;
  readonly load: Figure | undefined;
  readonly cost: Cost | undefined;
  readonly verdict: TargetVerdict;
  /** Verdict on any other target, worked out when it is first asked for. */
  readonly verdictOn: (target: Target) => TargetVerdict;
  /** Scenario of the plan that is this option; undefined if none is. */
  readonly scenario: Scenario | undefined;
  /**
   * Most slots that a server has memory for, or can have at all; undefined unless that ruled out a larger `parallel`.
   */
  readonly slotsThatFit: Figure | undefined;
}

/**
 * Reasons for no recommendation. `misses`: no option meets the target by what is known. `unknown`: what is known does
 * not decide. `memory`: not even one slot fits into a server's memory. `currencies`: options meet it, but their prices
 * cannot be compared (over all engines only).
 */
export type NoRecommendation =
  'misses' | 'unknown' | 'memory' | 'no-workload' | 'no-engines' | 'currencies';

/** Recommendation for one target, on one engine or over all. */
export type Recommendation =
  | { readonly kind: 'option'; readonly option: Option }
  | {
      readonly kind: 'none';
      readonly because: NoRecommendation;
      /**
       * Closest option: the one nearest to a missed objective (`nearest.ts`). If only the budget is missed, the
       * cheapest; with `unknown`, the cheapest that may meet the target.
       */
      readonly nearest: Option | undefined;
    };

export interface TargetRecommendation {
  readonly target: Target;
  readonly overall: Recommendation;
  readonly byEngine: readonly {
    readonly engine: EngineAssessment;
    readonly recommendation: Recommendation;
  }[];
}
