/** Types every message between the editor and its worker. */
import type { PlanText } from './planText';
import type { Question } from './questions';

export interface ToWorker {
  readonly id: number;
  readonly plan: PlanText;
  readonly question: Question;
}

export type FromWorker =
  /** Says that the worker listens. */
  | { readonly type: 'ready' }
  /** `isAssessed` is false for a text that cannot be assessed. */
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly answer: unknown;
      readonly isAssessed: boolean;
    }
  /** Reports a bug: the answer was thrown, not returned. */
  | { readonly type: 'failed'; readonly id: number; readonly error: string };
