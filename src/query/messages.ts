/** Types every message between the editor and its worker. */
import type { PlanText } from './planText';
import type { Question } from './questions';

/** English texts with their translation, as VS Code reads them from `l10n`. */
export type Texts = Readonly<Record<string, string>>;

/** The first message to a web worker whose language is not English. A thread gets its texts as it starts. */
export interface TextsToWorker {
  readonly texts: Texts;
}

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
