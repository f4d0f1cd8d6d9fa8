/** Answers what follows from the text of a plan alone, without an assessment: names, links, folds, formatting. */
import { foldingRanges } from '../language/foldingRanges';
import { formatPlan, formatSelection } from '../language/format/formatPlan';
import { linksIn } from '../language/links';
import { occurrencesAt } from '../language/names/occurrences';
import { renamableAt, renameAt } from '../language/names/rename';
import { plainOutline } from '../language/outline';
import { definedNames } from '../language/planNames';
import { selectionRangesAt } from '../language/selectionRanges';
import type { PlanDocument } from '../plan/document';
import type { AnswerTo, Question, QuestionOf, Questions } from './questions';

export type DocumentQuestion =
  | 'occurrences'
  | 'renamable'
  | 'renaming'
  | 'plainOutline'
  | 'links'
  | 'selectionRanges'
  | 'folds'
  | 'formatting'
  | 'names';

type DocumentAnswers = {
  readonly [K in DocumentQuestion]: (
    document: PlanDocument,
    question: QuestionOf<K>,
  ) => Questions[K]['answer'];
};

const DOCUMENT_ANSWERS: DocumentAnswers = {
  occurrences: (document, { offset }) => occurrencesAt(document, offset),
  renamable: (document, { offset }) => renamableAt(document, offset),
  renaming: (document, { offset, name }) => renameAt(document, offset, name),
  plainOutline,
  links: linksIn,
  selectionRanges: (document, { offsets }) =>
    offsets.map((offset) => selectionRangesAt(document, offset)),
  folds: foldingRanges,
  formatting: ({ text }, { selection, indent }) =>
    selection ? formatSelection(text, selection, indent) : formatPlan(text, indent),
  names: definedNames,
};

export function isDocumentQuestion(question: Question): question is QuestionOf<DocumentQuestion> {
  return Object.hasOwn(DOCUMENT_ANSWERS, question.type);
}

export function answerFromDocument<Q extends QuestionOf<DocumentQuestion>>(
  document: PlanDocument,
  question: Q,
): AnswerTo<Q> {
  const answer = DOCUMENT_ANSWERS[question.type] as (
    document: PlanDocument,
    question: Q,
  ) => AnswerTo<Q>;
  return answer(document, question);
}
