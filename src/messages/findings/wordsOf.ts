/** Types the sentences of all rules of a group, each with its own arguments. */
import type { FindingArgs, RuleCode } from '../../lint/finding';

export type Words<Group extends string> = {
  readonly [C in Extract<RuleCode, `${Group}.${string}`>]: (args: FindingArgs[C]) => string;
};
