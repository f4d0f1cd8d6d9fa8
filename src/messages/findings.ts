/** Writes findings as sentences: the fault, the figures, and how to mend it. Plain text. */
import { t } from '@vscode/l10n';
import type {
  FindingArgs,
  RelatedPlace,
  RelatedRole,
  RuleCode,
  TimeFinding,
} from '../lint/finding';
import { ENGINE_WORDS } from './findings/engine';
import { MEMORY_WORDS } from './findings/memory';
import { OBSERVATION_WORDS } from './findings/observation';
import { PLAN_WORDS } from './findings/plan';
import { SCENARIO_WORDS } from './findings/scenario';
import { TARGET_WORDS } from './findings/target';
import { describeMerged } from './findings/merged';
import { quote } from './findings/words';
import { joinSentences } from './sentences';

type FindingWords = { readonly [C in RuleCode]: (args: FindingArgs[C]) => string };

const WORDS: FindingWords = {
  ...PLAN_WORDS,
  ...TARGET_WORDS,
  ...OBSERVATION_WORDS,
  ...SCENARIO_WORDS,
  ...MEMORY_WORDS,
  ...ENGINE_WORDS,
};

/** Writes short sentences. Names of the plan and keys are between backticks. */
export function describeFinding<C extends RuleCode>(finding: FindingText<C>): string {
  const { code, args, merged = [] } = finding;
  return joinSentences(WORDS[code](args), ...merged.map(describeMerged));
}

/** Part of a finding that the words depend on. */
interface FindingText<C extends RuleCode> {
  readonly code: C;
  readonly args: FindingArgs[C];
  readonly merged?: readonly TimeFinding[];
}

const ROLES: Readonly<Record<RelatedRole, () => string>> = {
  target: () => t`target`,
  observation: () => t`observation`,
  scenario: () => t`scenario`,
  price: () => t`price of node`,
  node: () => t`node`,
  workload: () => t`workload`,
  engine: () => t`engine`,
  'first-definition': () => t`first defined here`,
  anchor: () => t`anchor`,
};

/** Describes a line that a finding follows from: "target `strict`". */
export function describeRelated({ role, name }: Pick<RelatedPlace, 'role' | 'name'>): string {
  return name === undefined ? ROLES[role]() : `${ROLES[role]()} ${quote(name)}`;
}
