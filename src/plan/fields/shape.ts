/** Types that describe the format: maps of fields, maps of names, lists, and scalars with their parser. */
import type { Parse } from '../quantities/outcome';

export type Shape =
  | ScalarShape<unknown>
  | EitherShape
  | MapShape
  | NamedShape
  | ListShape
  | SeriesShape
  | SeveralShape;

export interface ScalarShape<T> {
  readonly kind: 'scalar';
  /** Expected value: "a duration, above 0, at most 1 day". */
  readonly expected: string;
  /** Spellings, as examples. */
  readonly accepted: readonly string[];
  /** Units that a number here may have. */
  readonly units: readonly string[];
  /** Only possible values, if they are few. */
  readonly choices?: readonly string[];
  /** Section whose entry the value names. */
  readonly refersTo?: 'engines' | 'nodes' | 'targets';
  /** Set for prose, in which a comma is intentional. */
  readonly prose?: true;
  /** Part of the JSON Schema for it. */
  readonly schema: JsonSchema;
  /** Further texts that problems of its values show, in English. */
  readonly texts?: readonly string[];
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
  /** Noun that findings use: "a scenario". */
  readonly noun: string;
  readonly fields: Fields;
  /** Another map that may be in its place. */
  readonly instead?: MapShape;
}

/** A map whose keys are the user's own names. */
export interface NamedShape {
  readonly kind: 'named';
  readonly of: MapShape;
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: MapShape;
  /** A map that may be in place of the list. */
  readonly instead?: MapShape;
}

/** A list of a fixed number of scalars, or a word for one. */
export interface SeriesShape {
  readonly kind: 'series';
  readonly word: ScalarShape<unknown>;
  readonly of: ScalarShape<unknown>;
  readonly count: number;
  /** Expected value: "a list of 24 shares of the peak, …". */
  readonly expected: string;
}

/** One scalar, or a list of them. */
export interface SeveralShape {
  readonly kind: 'several';
  readonly of: ScalarShape<string>;
  /** Expected value: "the name of a node, or a list of names". */
  readonly expected: string;
}

export interface Field<S extends Shape = Shape> {
  readonly shape: S;
  /** Meaning and effect, for hovers and the documentation. */
  readonly meaning: string;
  /** Other words for its key, in lower case. A user who writes one is told the key. */
  readonly alsoCalled?: readonly string[];
  readonly required?: true;
  /** Default if it is not written. */
  readonly default?: string;
}

export type Fields = Readonly<Record<string, Field>>;

export type JsonSchema = Readonly<Record<string, unknown>>;
