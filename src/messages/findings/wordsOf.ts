/** The sentences of all rules of a group, each with the arguments of its own. */
import type { FindingArgs, RuleCode } from '../../lint/finding';

export type Words<Group extends string> = {
  readonly [C in Extract<RuleCode, `${Group}.${string}`>]: (args: FindingArgs[C]) => string;
};
