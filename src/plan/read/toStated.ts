/** Converts read values to the engine's types. */
import type { KeyPath, Reading, Stated } from '../../engine/plan/plan';
import { defaultOf, type FieldWithDefault } from '../fields/defaults';
import type { Amount } from '../quantities/amount';
import type { Located } from './readMap';

export function toQuantity(located: Located<Amount>): Stated<number>;
export function toQuantity(located: Located<Amount> | undefined): Stated<number> | undefined;
export function toQuantity(located: Located<Amount> | undefined): Stated<number> | undefined {
  if (located === undefined) {
    return undefined;
  }
  const { value, approximate } = located.value;
  return approximate
    ? { value, path: located.path, approximate: true }
    : { value, path: located.path };
}

/** Returns a quantity like `stated`, or the field's default. */
export function quantityOrDefault(
  located: Located<Amount> | undefined,
  field: FieldWithDefault<Amount>,
): Stated<number> {
  return toQuantity(located) ?? defaultValue(defaultOf(field).value);
}

export function toValue<T>(located: Located<T> | undefined): Stated<T> | undefined {
  return located === undefined ? undefined : { value: located.value, path: located.path };
}

/** Returns a value like `chosen`, or the field's default. */
export function valueOrDefault<T>(
  located: Located<T> | undefined,
  field: FieldWithDefault<T>,
): Stated<T> {
  return toValue(located) ?? defaultValue(defaultOf(field));
}

export function toReading(located: Located<Amount>): Reading;
export function toReading(located: Located<Amount> | undefined): Reading | undefined;
export function toReading(located: Located<Amount> | undefined): Reading | undefined {
  if (located === undefined) {
    return undefined;
  }
  const { value, approximate, bound } = located.value;
  const path: KeyPath = located.path;
  return approximate ? { value, path, bound, approximate: true } : { value, path, bound };
}

/** Returns the default that counts if the plan is silent. */
export function defaultValue<T>(value: T): Stated<T> {
  return { value, path: undefined };
}
