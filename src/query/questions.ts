/** Types every question about a plan, with its answer. Both are plain data, which a message can carry. */
import type { Chart, ChartId } from '../charts/chart';
import type { Completions } from '../language/completion';
import type { Hint } from '../language/inlayHints';
import type { Status } from '../language/status';
import type { RuleCode, Severity } from '../lint/finding';
import type { ExplainableColumn, Explanation, Picture } from '../panel/picture';
import type { WhatIfChange } from '../panel/whatIf/field';
import type { WhatIfOutcome } from '../panel/whatIf/outcome';
import type { TextEdit } from '../plan/edit/textEdit';
import type { Range } from '../plan/range';
import type { AxisScales, TableFormat } from '../protocol';
import type { SavedReport } from '../report/renderReport';

interface Nothing {
  readonly nothing?: undefined;
}

interface Changes {
  readonly changes: readonly WhatIfChange[];
}

/** Maps each type of question to what it asks with, and what answers it. */
export interface Questions {
  findings: { ask: Nothing; answer: readonly FindingText[] };
  /** Fixes of the findings that touch the range. */
  quickFixes: { ask: { readonly at: Range }; answer: readonly FixText[] };
  status: { ask: Nothing; answer: Status };
  hints: { ask: Nothing; answer: readonly Hint[] };
  completions: { ask: { readonly offset: number }; answer: Completions | undefined };
  /** `address` is that of the plan, for links. Undefined if nothing can link to it. */
  hover: {
    ask: { readonly offset: number; readonly address: string | undefined };
    answer: HoverText | undefined;
  };
  /** With `answers`, the picture has the answers for all targets, which are searched for. */
  picture: { ask: { readonly fileName: string; readonly answers: boolean }; answer: Picture };
  explanation: {
    ask: { readonly scenario: string; readonly column: ExplainableColumn };
    answer: Explanation | undefined;
  };
  /** One of the charts that take longer. Undefined if the plan has nothing for it. */
  slowChart: { ask: { readonly chart: ChartId }; answer: Chart | undefined };
  chartSvg: {
    ask: { readonly chart: ChartId; readonly scales: AxisScales } & Changes;
    answer: string | undefined;
  };
  chartTable: {
    ask: { readonly chart: ChartId; readonly format: TableFormat };
    answer: string | undefined;
  };
  whatIf: { ask: Changes; answer: WhatIfOutcome };
  /** What "Apply" writes. */
  written: { ask: Changes; answer: WrittenText };
  report: {
    ask: { readonly fileName: string; readonly charts: 'mermaid' | 'none' };
    answer: string;
  };
  savedReport: {
    ask: { readonly fileName: string; readonly reportName: string };
    answer: SavedReport;
  };
  htmlReport: { ask: { readonly fileName: string }; answer: string };
}

export type QuestionType = keyof Questions;

export type Question = {
  readonly [K in QuestionType]: { readonly type: K } & Questions[K]['ask'];
}[QuestionType];

export type QuestionOf<T extends QuestionType> = Extract<Question, { readonly type: T }>;

export type AnswerTo<Q extends Question> = Questions[Q['type']]['answer'];

/** A finding in words. */
export interface FindingText {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range }[];
}

/** A quick fix with the range of its finding. */
export interface FixText {
  readonly title: string;
  readonly range: Range;
  readonly edits: readonly TextEdit[];
  readonly isPreferred: boolean;
}

export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
  /** Name of the scenario that the hover is about, if it is about one. */
  readonly scenario: string | undefined;
}

export type WrittenText =
  | { readonly problem: string }
  | { readonly problem: undefined; readonly edits: readonly TextEdit[]; readonly text: string };
