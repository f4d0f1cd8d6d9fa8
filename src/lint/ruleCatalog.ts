/** Lists every rule, with the facts that settings, documentation and reports need. */
import type { ProblemCode } from '../plan/problems';
import type { RuleCode, RuleLevel, Severity } from './finding';
import { SEVERITY_OF_PROBLEM, TITLE_OF_PROBLEM } from './problemRules';
import { RULES } from './rules/index';
import { SUPPRESSION_RULE } from './suppressionRule';

export interface RuleInfo {
  readonly code: RuleCode;
  readonly defaultSeverity: Severity;
  /** Title of one line, without a full stop. */
  readonly title: string;
  /** Link to the rule's section of the documentation. */
  readonly url: string;
}

const RULES_PAGE = 'https://github.com/capacity-plan/capacity-plan/blob/main/docs/rules.md';

/** In the order of the documentation. */
export const RULE_CATALOG: ReadonlyMap<string, RuleInfo> = new Map(
  [
    ...(Object.keys(SEVERITY_OF_PROBLEM) as ProblemCode[]).map((code) => ({
      code,
      defaultSeverity: SEVERITY_OF_PROBLEM[code],
      title: TITLE_OF_PROBLEM[code],
    })),
    SUPPRESSION_RULE,
    ...RULES,
  ].map(({ code, defaultSeverity, title }) => [
    code,
    { code, defaultSeverity, title, url: `${RULES_PAGE}#${ruleAnchor(code)}` },
  ]),
);

/** Lists the titles, which are translated where they are shown. */
export function ruleTitles(): readonly string[] {
  return [...RULE_CATALOG.values()].map(({ title }) => title);
}

/** Returns the anchor that Markdown gives to the heading `target.latency-missed`. */
export function ruleAnchor(code: string): string {
  return code.replaceAll('.', '');
}

/** Applies a user's settings to a rule: its code counts before its group (`scenario.*`). */
export function levelOf(
  { code, defaultSeverity }: Pick<RuleInfo, 'code' | 'defaultSeverity'>,
  levels: Readonly<Record<string, RuleLevel>>,
): RuleLevel {
  const group = `${code.slice(0, code.indexOf('.'))}.*`;
  return levels[code] ?? levels[group] ?? defaultSeverity;
}
