/** The shape that every finding has, whichever rules there are: a code with its arguments, at a place of the text. */
import type { KeyPath } from '../engine/plan/plan';
import type { TextEdit } from '../plan/edit/textEdit';
import type { Range } from '../plan/range';
import type { Severity } from './severity';

export interface PlacedFinding<C extends string, A> {
  readonly code: C;
  readonly severity: Severity;
  readonly range: Range;
  readonly args: A;
  /** Lines that the finding follows from. */
  readonly related: readonly RelatedPlace[];
  /** The path that the finding is about, for machines; undefined for syntax. */
  readonly path: KeyPath | undefined;
  /** Ways to mend it, each as changes of the text; the likeliest first. Absent if none is known. */
  readonly fixes?: readonly (readonly TextEdit[])[];
}

export interface RelatedPlace {
  readonly range: Range;
  readonly role: RelatedRole;
  /** The name of what stands there, where it has one. */
  readonly name: string | undefined;
}

export type RelatedRole =
  | 'target'
  | 'observation'
  | 'scenario'
  | 'price'
  | 'node'
  | 'workload'
  | 'engine'
  | 'first-definition'
  | 'anchor';
