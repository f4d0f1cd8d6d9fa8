/** What counts where a field is not written: its default in the field table, read as a plan's own text is. */
import { isIssue } from '../quantities/outcome';
import type { Field, ScalarShape } from './shape';

export type FieldWithDefault<T> = Field<ScalarShape<T>> & { readonly default: string };

const known = new WeakMap<object, unknown>();

export function defaultOf<T>(field: FieldWithDefault<T>): T {
  if (!known.has(field)) {
    const outcome = field.shape.parse(field.default, '');
    if (isIssue(outcome)) {
      throw new Error(`the field table has a default that cannot be read: ${field.default}`);
    }
    known.set(field, outcome.value);
  }
  // Only what this very field's parser made of its default is ever set.
  return known.get(field) as T;
}
