/**
 * Types everything that the panel shows, as data that a message can carry. The view computes nothing. Figures come
 * from the engine and sentences from `messages`.
 */
import type { Chart, Colour, Mark } from '../charts/chart';
import type { Table } from '../charts/table';
import type { Severity } from '../lint/finding';
import type { OutcomeMark } from '../messages/verdicts';
import type { Range } from '../plan/range';
import type { WhatIfField } from './whatIf/field';

export interface Picture {
  readonly fileName: string;
  readonly title: string | undefined;
  /** Reason why the picture is older than the text, or undefined if it is current. */
  readonly outOfDate: string | undefined;
  /** Advice if there is nothing to show: an empty plan, or one without scenarios. */
  readonly nothing: string | undefined;
  /** Undefined if they follow, because the search for them takes longer. */
  readonly answers: readonly Answer[] | undefined;
  readonly scenarios: readonly ScenarioEntry[];
  readonly scenarioTable: ScenarioTable;
  /** Charts that take no time. The others follow in their own message. */
  readonly charts: readonly Chart[];
  /** True if charts or answers will follow. */
  readonly pending: boolean;
  readonly findings: readonly FindingEntry[];
  readonly whatIf: readonly WhatIfField[];
  /** Paths in `whatIf`: the limits of all targets, which every scenario is judged by. */
  readonly limits: readonly string[];
}

/** The answer for one target, over all engines. */
export interface Answer {
  readonly target: string;
  /** Text such as `latency <1 s`. */
  readonly objectives: string;
  readonly mark: OutcomeMark;
  /** True if measurements prove it. Weaker evidence must not look as good. */
  readonly verified: boolean;
  /** Text such as `vllm · parallel 50 · 20 nodes · $30/h`, or that no known option meets it. */
  readonly headline: string;
  /** Text on how well it is known, or why no option meets it and what might. */
  readonly detail: string;
  /** The scenario that equals the answer, if the plan has one. */
  readonly scenario: string | undefined;
  /** True if it is no scenario yet, and can be added as one. */
  readonly canAdd: boolean;
  /** Range of the target in the text. */
  readonly range: Range | undefined;
}

export interface ScenarioEntry {
  readonly name: string;
  readonly title: string | undefined;
  /** Range of the whole entry, to tell if the cursor is in it. */
  readonly range: Range | undefined;
  /** Paths in `Picture.whatIf`, in the order of the controls. */
  readonly fields: readonly string[];
  /** Colour and shape that mean the scenario in every chart and table. */
  readonly colour: Colour;
  readonly mark: Mark;
}

/** The report's table of scenarios. Each row is about one, and `explains` names the figures that can be explained. */
export interface ScenarioTable extends Table {
  /** Ids for each column, to ask for an explanation. Null if there is nothing to explain (messages are JSON). */
  readonly explains: readonly (ExplainableColumn | null)[];
  /** Results of comparing the scenarios: which are dominated, which have queues. */
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

/** The steps behind a figure: a line for each formula, the last step first. */
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
  /** Line number, counted from 1. */
  readonly line: number;
}
