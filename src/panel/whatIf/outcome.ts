/** What a change that is not in the file would do, beside what the plan says. */
import type { Chart } from '../../charts/chart';
import type { FieldKind } from './field';

export interface WhatIfOutcome {
  /** Heads of the verdicts in `rows`: the plan's targets, in their order. */
  readonly targets: readonly string[];
  /** `users 1,000 → 2,000`, one a change. */
  readonly changes: readonly { readonly kind: FieldKind; readonly text: string }[];
  readonly rows: readonly OutcomeRow[];
  /** The cheap charts with the changed points laid over the plan's own. */
  readonly charts: readonly Chart[];
  /** The answers for each target, one a line, where they differ. */
  readonly answers: readonly {
    readonly target: string;
    readonly plan: string;
    readonly changed: string;
  }[];
  /** Why the change cannot be tried; undefined where it can. */
  readonly problem: string | undefined;
}

export interface OutcomeRow {
  readonly scenario: string;
  readonly nodes: BeforeAfter;
  readonly cost: BeforeAfter;
  readonly latency: BeforeAfter;
  /** One for each target. */
  readonly verdicts: readonly BeforeAfter[];
}

export interface BeforeAfter {
  readonly plan: string;
  readonly changed: string;
  readonly differs: boolean;
}
