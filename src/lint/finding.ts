/** A finding of lint: a code with typed arguments. `messages/` has the words. */
import type { KeyPath } from '../engine/plan/plan';
import type { ProblemArgs } from '../plan/problems';
import type { Range } from '../plan/range';
import type { RuleArgs } from './ruleArgs';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** Level that a user may set for a rule. */
export type RuleLevel = Severity | 'off';

export type FindingArgs = ProblemArgs & RuleArgs;
export type RuleCode = keyof FindingArgs;

/** A finding of one of the rules `C`. */
export type FindingOf<C extends RuleCode> = {
  readonly [K in C]: {
    readonly code: K;
    readonly severity: Severity;
    readonly range: Range;
    readonly args: FindingArgs[K];
    /** Lines that the finding follows from. */
    readonly related: readonly RelatedPlace[];
    /** Path that the finding is about, for machines. Undefined for syntax. */
    readonly path: KeyPath | undefined;
  };
}[C];

export type Finding = FindingOf<RuleCode>;

export interface RelatedPlace {
  readonly range: Range;
  readonly role: RelatedRole;
  /** Name of the item at that place, if it has one. */
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
