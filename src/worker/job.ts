/** A question that waits for its answer. */
import type { PlanText } from '../query/planText';
import type { Question } from '../query/questions';
import type { Asked } from './asked';

/** A plan as it was at one moment. */
export interface Subject {
  /** Tells plans apart. */
  readonly key: number;
  /** Grows with each change of the plan. */
  readonly serial: number;
  readonly plan: PlanText;
}

export interface Job {
  readonly id: number;
  readonly subject: Subject;
  readonly question: Question;
  readonly text: string;
  readonly promise: Promise<Asked<unknown>>;
  readonly settle: (asked: Asked<unknown>) => void;
  readonly fail: (error: Error) => void;
}

export function jobOf(id: number, subject: Subject, question: Question): Job {
  let settle: Job['settle'] = () => undefined;
  let fail: Job['fail'] = () => undefined;
  const promise = new Promise<Asked<unknown>>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // files are long, and nobody asks twice at once for the same import
  const text =
    question.type === 'imported' || question.type === 'compared'
      ? `${question.type} ${id}`
      : JSON.stringify(question);
  return { id, subject, question, text, promise, settle, fail };
}

/** Returns true for what waits behind all others, because people look at it last. */
export function isPatient(question: Question): boolean {
  const { type } = question;
  return type === 'slowChart' || type === 'summary' || (type === 'picture' && question.answers);
}
