/** The recommended way to meet a target, on each engine and over all. */
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
  /** The scenario of the plan that is this option, where there is one. */
  readonly scenario: Scenario | undefined;
  /** The most slots that a server has memory for, or can have at all, where that ruled out a larger `parallel`. */
  readonly slotsThatFit: Figure | undefined;
}

/**
 * `misses`: by what is known no option meets it; `unknown`: what is known does not decide;
 * `memory`: not even one slot fits into a server's memory;
 * `currencies`: options meet it, but at prices that cannot be compared (over all engines only).
 */
export type NoRecommendation =
  'misses' | 'unknown' | 'memory' | 'no-workload' | 'no-engines' | 'currencies';

/** The answer for one target, on one engine or over all. */
export type Recommendation =
  | { readonly kind: 'option'; readonly option: Option }
  | {
      readonly kind: 'none';
      readonly because: NoRecommendation;
      /**
       * Where an objective is missed the option that comes nearest to it (`nearest.ts`); where only the budget is,
       * the cheapest; with `unknown` the cheapest that may meet it.
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
