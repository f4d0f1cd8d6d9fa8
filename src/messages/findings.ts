/** Writes findings as sentences: the fault, the figures, and how to mend it. Plain text. */
import type { FindingArgs, RelatedPlace, RelatedRole, RuleCode } from '../lint/finding';
import { ENGINE_WORDS } from './findings/engine';
import { MEMORY_WORDS } from './findings/memory';
import { OBSERVATION_WORDS } from './findings/observation';
import { PLAN_WORDS } from './findings/plan';
import { SCENARIO_WORDS } from './findings/scenario';
import { TARGET_WORDS } from './findings/target';
import { quote } from './findings/words';

type FindingWords = { readonly [C in RuleCode]: (args: FindingArgs[C]) => string };

const WORDS: FindingWords = {
  ...PLAN_WORDS,
  ...TARGET_WORDS,
  ...OBSERVATION_WORDS,
  ...SCENARIO_WORDS,
  ...MEMORY_WORDS,
  ...ENGINE_WORDS,
};

/** Writes one to three sentences. Names of the plan and keys are between backticks. */
export function describeFinding<C extends RuleCode>({ code, args }: FindingText<C>): string {
  return WORDS[code](args);
}

/** Part of a finding that the words depend on. */
interface FindingText<C extends RuleCode> {
  readonly code: C;
  readonly args: FindingArgs[C];
}

const ROLES: Readonly<Record<RelatedRole, string>> = {
  target: 'target',
  observation: 'observation',
  scenario: 'scenario',
  price: 'price of node',
  node: 'node',
  workload: 'workload',
  engine: 'engine',
  'first-definition': 'first defined here',
  anchor: 'anchor',
};

/** Describes a line that a finding follows from: "target `strict`". */
export function describeRelated({ role, name }: Pick<RelatedPlace, 'role' | 'name'>): string {
  return name === undefined ? ROLES[role] : `${ROLES[role]} ${quote(name)}`;
}
