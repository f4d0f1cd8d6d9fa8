/** Types what becomes of a question. */
import { t } from '@vscode/l10n';

export type Asked<A> =
  /** `isAssessed` is false for a text that cannot be assessed. */
  | { readonly kind: 'answered'; readonly answer: A; readonly isAssessed: boolean }
  /** Nobody wants the answer any more: the text has changed, or somebody cancelled. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** `too-expensive`: the text has stopped the worker twice. `no-worker`: the worker does not start here. */
export type Refusal = 'too-expensive' | 'no-worker';

/** Tells why there is no answer. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal) {
    case 'too-expensive':
      return t`Too expensive: the worker that computes this plan stopped twice. Change the plan, or see the log.`;
    case 'no-worker':
      return t`Not computed: this plan needs a background worker, which did not start. See the log.`;
  }
}
