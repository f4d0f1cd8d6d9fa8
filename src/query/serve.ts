/** The worker's side: answers messages, one after the other. */
import { readPlan } from '../plan/readPlan';
import { ALL_ANSWERS } from './allAnswers';
import { answerFromDocument, isDocumentQuestion } from './documentAnswers';
import type { FromWorker, ToWorker } from './messages';
import { answerWith } from './quickAnswers';
import { Readings } from './readings';

/** Returns a function that answers each message by a call of `post`. */
export function serve(post: (message: FromWorker) => void): (message: ToWorker) => void {
  const readings = new Readings();
  return ({ id, plan, question }) => {
    try {
      if (isDocumentQuestion(question)) {
        const document = readPlan(plan.text, plan.files);
        const answer = answerFromDocument(document, question);
        post({ type: 'answer', id, answer, isAssessed: document.assessable });
        return;
      }
      const reading = readings.of(plan);
      const answer = answerWith(ALL_ANSWERS, reading, question);
      const isAssessed = reading.current.assessment !== undefined;
      post({ type: 'answer', id, answer, isAssessed });
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      post({ type: 'failed', id, error: detail });
    }
  };
}
