/** Types every question about a plan, with its answer. Both are plain data, which a message can carry. */
import type { BenchmarkText, ImportAnswer } from '../benchmark/importRuns';
import type { Run } from '../benchmark/run';
import type { Chart, ChartId } from '../charts/chart';
import type { ComparedFile, ComparisonAnswer } from '../compare/comparisonView';
import type { Completions } from '../language/completion';
import type { FixEdit } from '../language/fixes/fix';
import type { SafeFixes } from '../language/fixes/safeFixes';
import type { Fold } from '../language/foldingRanges';
import type { Hint } from '../language/inlayHints';
import type { Link } from '../language/links';
import type { Occurrences } from '../language/names/occurrences';
import type { Renamable, Renaming } from '../language/names/rename';
import type { PlanSymbol } from '../language/outline';
import type { DefinedName } from '../language/planNames';
import type { SemanticToken } from '../language/semanticTokens';
import type { Status } from '../language/status';
import type { Summary } from '../language/summary';
import type { RuleCode, Severity } from '../lint/finding';
import type { Changed, MeasuredAnswer, MeasurementAnswer } from '../measure/measurement';
import type { ExplainableColumn, Explanation, Picture } from '../panel/picture';
import type { WhatIfChange } from '../panel/whatIf/field';
import type { WhatIfOutcome } from '../panel/whatIf/outcome';
import type { TextEdit } from '../plan/edit/textEdit';
import type { NamedFile } from '../plan/planFiles';
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
  /** Paths of the files that the plan names, which the host reads. */
  namedFiles: { ask: Nothing; answer: readonly NamedFile[] };
  findings: { ask: Nothing; answer: readonly FindingText[] };
  /** Fixes of the findings that touch the range. */
  quickFixes: { ask: { readonly at: Range }; answer: readonly FixText[] };
  /** Fixes that are computed, and checked by linting the changed plan. */
  checkedFixes: { ask: { readonly at: Range }; answer: readonly FixText[] };
  /** Fixes that are right without a look at each: of all findings, or of those with the code. */
  safeFixes: { ask: { readonly code: string | undefined }; answer: SafeFixes };
  status: { ask: Nothing; answer: Status };
  /** The status, and a line for each scenario. */
  summary: { ask: Nothing; answer: Summary };
  hints: { ask: Nothing; answer: readonly Hint[] };
  outline: { ask: Nothing; answer: readonly PlanSymbol[] };
  tokens: { ask: Nothing; answer: readonly SemanticToken[] };
  /** The outline without figures. */
  plainOutline: { ask: Nothing; answer: readonly PlanSymbol[] };
  /** Where the name at a place is defined and used. */
  occurrences: { ask: { readonly offset: number }; answer: Occurrences | undefined };
  renamable: { ask: { readonly offset: number }; answer: Renamable };
  renaming: { ask: { readonly offset: number; readonly name: string }; answer: Renaming };
  links: { ask: Nothing; answer: readonly Link[] };
  /** For each offset the ranges around it, the innermost first. */
  selectionRanges: {
    ask: { readonly offsets: readonly number[] };
    answer: readonly (readonly Range[])[];
  };
  /** Undefined while the text is broken. */
  folds: { ask: Nothing; answer: readonly Fold[] | undefined };
  /** Edits that format the lines of a selection, or the whole plan. */
  formatting: {
    ask: { readonly selection: Range | undefined; readonly indent: number };
    answer: readonly TextEdit[];
  };
  names: { ask: Nothing; answer: readonly DefinedName[] };
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
  /** What "Add as scenario" writes for the answer to a target. */
  writtenScenario: { ask: { readonly target: string }; answer: WrittenText };
  report: {
    ask: { readonly fileName: string; readonly charts: 'mermaid' | 'none' };
    answer: string;
  };
  savedReport: {
    ask: { readonly fileName: string; readonly reportName: string };
    answer: SavedReport;
  };
  /** What is imported of the output of benchmark tools. Without an engine, only one is taken without a question. */
  imported: {
    ask: { readonly texts: readonly BenchmarkText[]; readonly engine: string | undefined };
    answer: ImportAnswer;
  };
  /** Two benchmarks beside each other. It is about no plan. */
  compared: {
    ask: { readonly files: readonly [ComparedFile, ComparedFile] };
    answer: ComparisonAnswer;
  };
  /** What the plan asks to measure, changed by the person. Without an engine, only one is taken without a question. */
  measurement: {
    ask: { readonly engine: string | undefined; readonly changed: Changed };
    answer: MeasurementAnswer;
  };
  /** Measured runs beside what the plan predicts for them, and what they add to it. */
  measured: {
    ask: { readonly engine: string; readonly runs: readonly Run[] };
    answer: MeasuredAnswer;
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
  readonly code: RuleCode;
  readonly range: Range;
  readonly edits: readonly FixEdit[];
  readonly isPreferred: boolean;
  /** True for a comment that silences the finding. */
  readonly silences: boolean;
}

export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
  /** Name of the scenario that the hover is about, if it is about one. */
  readonly scenario: string | undefined;
  /** Engine that the hover is about, if the plan asks to measure it, and the loads: `1, 8 users`. */
  readonly next: { readonly engine: string; readonly loads: string } | undefined;
}

export type WrittenText =
  | { readonly problem: string }
  | {
      readonly problem: undefined;
      readonly edits: readonly TextEdit[];
      readonly text: string;
      /** Name of a scenario that is new in the text. */
      readonly scenario?: string;
    };
