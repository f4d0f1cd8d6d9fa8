/** Answers the questions that a cheap plan may be asked on the editor's own thread. */
import type { Assessment } from '../engine/assess/assessment';
import { completionsAt } from '../language/completion';
import { hoverAt, type Hover } from '../language/hover';
import { inlayHints } from '../language/inlayHints';
import { outOfDateHover } from '../language/outOfDate';
import { outlineOf } from '../language/outline';
import type { LinkTo } from '../language/place';
import { safeFixes } from '../language/fixes/safeFixes';
import { quickFixesAt } from '../language/quickFixes';
import { semanticTokens } from '../language/semanticTokens';
import { describeStatus } from '../language/status';
import { summarize } from '../language/summary';
import { subjectAt } from '../language/subject';
import type { Analysis } from '../lint/analysis';
import { loadListWords } from '../measure/loadText';
import { plannedLoads } from '../measure/planned';
import { describeFinding, describeRelated } from '../messages/findings';
import { drawPicture } from '../panel/drawPicture';
import { explainCell } from '../panel/explain';
import { indexLines } from '../plan/lineIndex';
import { fixText } from './fixText';
import type {
  AnswerTo,
  HoverText,
  Question,
  QuestionOf,
  Questions,
  QuestionType,
} from './questions';
import type { Reading } from './readings';

export type Answers<T extends QuestionType> = {
  readonly [K in T]: (reading: Reading, question: QuestionOf<K>) => Questions[K]['answer'];
};

/** Questions of each keystroke, and those whose answer people wait for. */
export type QuickQuestion =
  | 'findings'
  | 'quickFixes'
  | 'safeFixes'
  | 'status'
  | 'summary'
  | 'hints'
  | 'outline'
  | 'tokens'
  | 'completions'
  | 'hover'
  | 'picture'
  | 'explanation';

export const QUICK_ANSWERS: Answers<QuickQuestion> = {
  findings: ({ current }) =>
    current.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: describeFinding(finding),
      range: finding.range,
      related: finding.related.map((place) => ({
        message: describeRelated(place),
        range: place.range,
      })),
    })),
  quickFixes: ({ current }, { at }) => quickFixesAt(current, at).map(fixText),
  safeFixes: ({ current }, { code }) => safeFixes(current.findings, code),
  status: ({ current, lastGood }) => describeStatus(current, lastGood),
  summary: ({ current, lastGood }) => summarize(current, lastGood),
  hints: ({ current, lastGood }) => inlayHints(current, lastGood),
  outline: ({ current, lastGood }) => outlineOf(current, lastGood),
  tokens: ({ current, lastGood }) => semanticTokens(current.document, lastGood?.document),
  // While the text is half typed, the names are those of the last complete reading.
  completions: ({ current, lastGood }, { offset }) =>
    completionsAt(
      current.document.text,
      offset,
      (lastGood ?? current).document,
      current.options.asOf,
    ),
  hover: (reading, { offset, address }) => {
    const hover = hoverOf(reading, offset, linksTo(address, reading.current.document.text));
    return hover && { ...hover, ...subjectOf(reading.current, offset) };
  },
  picture: ({ current, lastGood }, { fileName, answers }) =>
    drawPicture(current, lastGood, fileName, answers),
  explanation: ({ current, lastGood }, { scenario, column }) =>
    lastGood && explainCell(lastGood, scenario, column, current.document.text),
};

/** Returns true for a question that QUICK_ANSWERS has an answer to. */
export function isQuickQuestion(question: Question): question is QuestionOf<QuickQuestion> {
  return Object.hasOwn(QUICK_ANSWERS, question.type);
}

/** @param answers Answers of which one is to the question. */
export function answerWith<Q extends Question>(
  answers: Partial<Answers<QuestionType>>,
  reading: Reading,
  question: Q,
): AnswerTo<Q> {
  const answer = answers[question.type] as
    ((reading: Reading, question: Q) => AnswerTo<Q>) | undefined;
  if (!answer) throw new RangeError(`no answer to ${question.type}`);
  return answer(reading, question);
}

function hoverOf({ current, lastGood }: Reading, offset: number, link: LinkTo): Hover | undefined {
  return current.assessment || !lastGood
    ? hoverAt(current, offset, link)
    : outOfDateHover(lastGood, current.document.text, offset, link);
}

/** Links to lines as VS Code reads them: `#L3,5`, both from 1. */
function linksTo(address: string | undefined, text: string): LinkTo {
  if (address === undefined) return () => undefined;
  const lines = indexLines(text);
  return ({ start }) => {
    const { line, column } = lines.positionAt(start);
    return `${address}#L${line + 1}%2C${column + 1}`;
  };
}

/** Returns what a hover is about: its scenario, and the engine if the plan asks to measure it. */
function subjectOf(
  { assessment, document }: Analysis,
  offset: number,
): Pick<HoverText, 'scenario' | 'next'> {
  const at = document.pathAt(offset);
  const subject = assessment && at && subjectAt(assessment, at);
  switch (subject?.kind) {
    case 'scenario': {
      const { name, engine } = subject.scenario.spec;
      return { scenario: name, next: nextOn(assessment, engine.name) };
    }
    case 'engine':
      return { scenario: undefined, next: nextOn(assessment, subject.engine.spec.name) };
    default:
      return { scenario: undefined, next: undefined };
  }
}

function nextOn(assessment: Assessment | undefined, engine: string): HoverText['next'] {
  const loads = assessment && plannedLoads(assessment, engine);
  return loads && { engine, loads: loadListWords(loads) };
}
