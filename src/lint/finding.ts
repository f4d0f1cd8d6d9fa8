/** One thing that lint says: a code with typed arguments; `messages/` has the words. */
import type { ProblemArgs } from '../plan/problems';
import type { PlacedFinding } from './placedFinding';
import type { RULES } from './rules/index';
import type { ArgsOf } from './rules/shared/rule';
import type { SUPPRESSION_RULE, SuppressionArgs } from './suppressionRule';

export type { RelatedPlace, RelatedRole } from './placedFinding';
export { SEVERITIES, type RuleLevel, type Severity } from './severity';

/** Derived from the rules: each types its arguments in its own file. */
type RuleArgs = { readonly [R in (typeof RULES)[number] as R['code']]: ArgsOf<R> };

export type FindingArgs = ProblemArgs &
  RuleArgs &
  Readonly<Record<(typeof SUPPRESSION_RULE)['code'], SuppressionArgs>>;
export type RuleCode = keyof FindingArgs;

/** A finding of one of the rules `C`. */
export type FindingOf<C extends RuleCode> = {
  readonly [K in C]: PlacedFinding<K, FindingArgs[K]>;
}[C];

export type Finding = FindingOf<RuleCode>;
