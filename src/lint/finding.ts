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
  readonly [K in C]: PlacedFinding<K, FindingArgs[K]> & Merging;
}[C];

/** Rules on the times of a scenario, the leading ones first. */
export const TIME_RULES = [
  'target.latency-missed',
  'target.likely-missed',
  'target.infeasible',
  'target.unknown',
  'target.unverified',
  'scenario.extrapolated',
] as const satisfies readonly RuleCode[];

/** A finding about the times of a scenario. */
export type TimeFinding = FindingOf<(typeof TIME_RULES)[number]>;

interface Merging {
  /** Milder findings of the same cause at the same place, which this one leads. Absent if there is none. */
  readonly merged?: readonly TimeFinding[];
}

export type Finding = FindingOf<RuleCode>;
