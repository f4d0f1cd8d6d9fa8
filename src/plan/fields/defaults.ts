/** Reads the default of a field that is not written. Its text in the field table is parsed like a plan's. */
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
  // Only values that this field's parser made are ever set.
  return known.get(field) as T;
}
