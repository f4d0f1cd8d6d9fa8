/** From what was read to the engine's types. */
import type { KeyPath, Reading, Stated } from '../../engine/plan';
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
export function statedOr(said: Said<Amount> | undefined, value: number): Stated<number> {
  return stated(said) ?? silent(value);
}

export function chosen<T>(said: Said<T> | undefined): Stated<T> | undefined {
  return said === undefined ? undefined : { value: said.value, path: said.path };
}

export function chosenOr<T>(said: Said<T> | undefined, value: T): Stated<T> {
  return chosen(said) ?? silent(value);
}

export function reading(said: Said<Amount> | undefined): Reading | undefined {
  if (said === undefined) {
    return undefined;
  }
  const { value, approximate, bound } = said.value;
  const path: KeyPath = said.path;
  return approximate ? { value, path, bound, approximate: true } : { value, path, bound };
}

/** The default of a field that the plan is silent about. */
export function silent<T>(value: T): Stated<T> {
  return { value, path: undefined };
}
