/** Writes what a key is without a value: a value as a plan has it, or words in the person's language. */
import { t } from '@vscode/l10n';
import type { Field } from '../plan/fields/shape';
import { isIssue } from '../plan/quantities/outcome';

/** @param text Default of the field, in English. */
export function defaultText({ shape }: Field, text: string): string {
  const isWords =
    shape.kind === 'scalar' && (shape.refersTo !== undefined || isIssue(shape.parse(text, '')));
  return isWords ? t(text) : text;
}
