/** The worker's side: answers messages, one after the other. */
import { ALL_ANSWERS } from './allAnswers';
import type { FromWorker, ToWorker } from './messages';
import { answerWith } from './quickAnswers';
import { Readings } from './readings';

/** Returns a function that answers each message by a call of `post`. */
export function serve(post: (message: FromWorker) => void): (message: ToWorker) => void {
  const readings = new Readings();
  return ({ id, plan, question }) => {
    try {
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
