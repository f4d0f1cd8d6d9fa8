/**
 * Everything that the panel shows, as data that a message can carry. The view places it and computes
 * nothing: figures and sentences are the engine's and those of `messages`.
 */
import type { Chart } from '../charts/chart';
import type { Table } from '../charts/table';
import type { Severity } from '../lint/finding';
import type { Range } from '../plan/range';
import type { WhatIfField } from './whatIf/field';

export interface Picture {
  readonly fileName: string;
  readonly title: string | undefined;
  /** Why the picture is not of the text as it is now; undefined where it is. */
  readonly outOfDate: string | undefined;
  /** What to do where there is nothing to show: an empty plan, one without scenarios. */
  readonly nothing: string | undefined;
  readonly answers: readonly Answer[];
  readonly scenarios: readonly ScenarioEntry[];
  readonly scenarioTable: ScenarioTable;
  /** Those that take no time; the others follow in a message of their own. */
  readonly charts: readonly Chart[];
  /** Charts, or answers, that will follow. */
  readonly pending: boolean;
  /** What is not computed, since it would take too long. */
  readonly paused: Paused | undefined;
  readonly findings: readonly FindingEntry[];
  readonly whatIf: readonly WhatIfField[];
  /** Of `whatIf`, by path: the limits of all targets, which every scenario is judged by. */
  readonly limits: readonly string[];
}

/** `rest`: answers and charts that take longer; `all`: the picture itself, which does not follow the text. */
export type Paused = 'all' | 'rest';

/** The answer for one target, over all engines. */
export interface Answer {
  readonly target: string;
  /** `latency <1 s`. */
  readonly objectives: string;
  readonly mark: '✓' | '✗' | '?';
  /** Shown by measurement: nothing less may look as good. */
  readonly verified: boolean;
  /** `vllm · parallel 50 · 20 nodes · $30.00/h`; or that nothing known meets it. */
  readonly headline: string;
  /** How well it is known, or why nothing meets it and what might. */
  readonly detail: string;
  /** The scenario that is the answer, where the plan has it. */
  readonly scenario: string | undefined;
  /** Where the target stands. */
  readonly range: Range | undefined;
}

export interface ScenarioEntry {
  readonly name: string;
  readonly title: string | undefined;
  /** The whole entry in the text, for the cursor's sake. */
  readonly range: Range | undefined;
  /** Of `Picture.whatIf`, by path, in the order of the controls. */
  readonly fields: readonly string[];
}

/** The report's table of scenarios; each row is about one, and `explains` names the figures that can be explained. */
export interface ScenarioTable extends Table {
  /** One for each column: the id to ask an explanation with; null where there is nothing to explain (messages are JSON). */
  readonly explains: readonly (ExplainableColumn | null)[];
  /** What the comparison of the scenarios says: who is dominated, who queues. */
  readonly notes: readonly string[];
}

export const EXPLAINABLE_COLUMNS = [
  'parallel',
  'nodes',
  'slots',
  'queueDepth',
  'latency',
  'perHour',
  'perMonth',
] as const;
export type ExplainableColumn = (typeof EXPLAINABLE_COLUMNS)[number];

/** How a figure came about: a line for each formula, the last step first. */
export interface Explanation {
  readonly heading: string;
  readonly lines: readonly (readonly ExplanationPart[])[];
}

export interface ExplanationPart {
  readonly text: string;
  /** The line of the plan that the number comes from. */
  readonly range: Range | undefined;
}

export interface FindingEntry {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** Counts from 1. */
  readonly line: number;
}
