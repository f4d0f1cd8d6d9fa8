/** How the format is described: maps of fields, maps of names, lists, and scalars with their parser. */
import type { Parse } from '../quantities/outcome';

export type Shape =
  ScalarShape<unknown> | EitherShape | MapShape | NamedShape | ListShape | SeriesShape;

export interface ScalarShape<T> {
  readonly kind: 'scalar';
  /** "a duration, above 0, at most 1 day". */
  readonly expected: string;
  /** Spellings, as examples. */
  readonly accepted: readonly string[];
  /** Units that a number here may have. */
  readonly units: readonly string[];
  /** The only values, where there are so few. */
  readonly choices?: readonly string[];
  /** The value is the name of an entry of that section. */
  readonly refersTo?: 'engines' | 'nodes' | 'targets';
  /** Prose, in which a comma is no accident. */
  readonly prose?: true;
  /** Its part of the JSON Schema. */
  readonly schema: JsonSchema;
  readonly parse: Parse<T>;
}

/** A scalar, or a map that says more. */
export interface EitherShape {
  readonly kind: 'either';
  readonly scalar: ScalarShape<unknown>;
  readonly map: MapShape;
}

export interface MapShape {
  readonly kind: 'map';
  /** What findings call it: "a scenario". */
  readonly noun: string;
  readonly fields: Fields;
}

/** A map whose keys are the user's own names. */
export interface NamedShape {
  readonly kind: 'named';
  readonly of: MapShape;
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: MapShape;
}

/** A list of so many scalars, or a word that stands for one. */
export interface SeriesShape {
  readonly kind: 'series';
  readonly word: ScalarShape<unknown>;
  readonly of: ScalarShape<unknown>;
  readonly count: number;
  /** "a list of 24 shares of the peak, …". */
  readonly expected: string;
}

export interface Field<S extends Shape = Shape> {
  readonly shape: S;
  /** What it means and does, for hovers and the documentation. */
  readonly meaning: string;
  /** Other words for its key, in lower case: who writes one is told the key. */
  readonly alsoCalled?: readonly string[];
  readonly required?: true;
  /** What counts where it is not written. */
  readonly default?: string;
}

export type Fields = Readonly<Record<string, Field>>;

export type JsonSchema = Readonly<Record<string, unknown>>;
