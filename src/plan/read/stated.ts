/** From what was read to the engine's types. */
import type { KeyPath, Reading, Stated } from '../../engine/plan';
import { defaultOf, type FieldWithDefault } from '../fields/defaults';
import type { Amount } from '../quantities/amount';
import type { Said } from './readMap';

export function stated(said: Said<Amount>): Stated<number>;
export function stated(said: Said<Amount> | undefined): Stated<number> | undefined;
export function stated(said: Said<Amount> | undefined): Stated<number> | undefined {
  if (said === undefined) {
    return undefined;
  }
  const { value, approximate } = said.value;
  return approximate ? { value, path: said.path, approximate: true } : { value, path: said.path };
}

/** As `stated`, or the field's default. */
export function statedOr(
  said: Said<Amount> | undefined,
  field: FieldWithDefault<Amount>,
): Stated<number> {
  return stated(said) ?? silent(defaultOf(field).value);
}

export function chosen<T>(said: Said<T> | undefined): Stated<T> | undefined {
  return said === undefined ? undefined : { value: said.value, path: said.path };
}

/** As `chosen`, or the field's default. */
export function chosenOr<T>(said: Said<T> | undefined, field: FieldWithDefault<T>): Stated<T> {
  return chosen(said) ?? silent(defaultOf(field));
}

export function reading(said: Said<Amount> | undefined): Reading | undefined {
  if (said === undefined) {
    return undefined;
  }
  const { value, approximate, bound } = said.value;
  const path: KeyPath = said.path;
  return approximate ? { value, path, bound, approximate: true } : { value, path, bound };
}

/** What counts where the plan is silent. */
export function silent<T>(value: T): Stated<T> {
  return { value, path: undefined };
}
