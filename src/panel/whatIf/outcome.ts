/** Types the result of a what-if change: its effect beside the unchanged plan. */
import type { Chart } from '../../charts/chart';
import type { FieldKind } from './field';

export interface WhatIfOutcome {
  /** Head of the time in `rows`: `Latency`, `TTFT`. */
  readonly time: string;
  /** Heads of the verdicts in `rows`: the plan's targets, in their order. */
  readonly targets: readonly string[];
  /** Texts such as `users 1,000 → 2,000`, one a change. */
  readonly changes: readonly { readonly kind: FieldKind; readonly text: string }[];
  readonly rows: readonly OutcomeRow[];
  /** The quick charts, with the changed points over the plan's own. */
  readonly charts: readonly Chart[];
  /** The answers that differ, one a target. */
  readonly answers: readonly {
    readonly target: string;
    readonly plan: string;
    readonly changed: string;
  }[];
  /** Reason why the change cannot be tried, or undefined if it can. */
  readonly problem: string | undefined;
}

export interface OutcomeRow {
  readonly scenario: string;
  readonly nodes: BeforeAfter;
  readonly cost: BeforeAfter;
  /** The time that limits the scenarios of the plan. */
  readonly time: BeforeAfter;
  /** Verdicts, one for each target. */
  readonly verdicts: readonly BeforeAfter[];
}

export interface BeforeAfter {
  readonly plan: string;
  readonly changed: string;
  readonly differs: boolean;
}
